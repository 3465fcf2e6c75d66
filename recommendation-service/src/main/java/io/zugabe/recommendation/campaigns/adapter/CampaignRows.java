package io.zugabe.recommendation.campaigns.adapter;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.campaigns.CampaignStore.Stored;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.triggers.domain.Channel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Campaigns as rows. */
final class CampaignRows {

    private CampaignRows() {}

    static List<Stored> all(RowSet<Row> rows) {
        List<Stored> campaigns = new ArrayList<>();
        rows.forEach(row -> campaigns.add(new Stored(
                campaign(row), instant(row, "create_time"), instant(row, "update_time"), row.getLong("timers"))));
        return campaigns;
    }

    private static Campaign campaign(Row row) {
        String channel = row.getString("channel");
        return new Campaign(
                row.getString("campaign_id"),
                row.getString("name"),
                instant(row, "start_time"),
                instant(row, "end_time"),
                row.getString("segment"),
                row.getBoolean("owners"),
                row.getString("condition"),
                row.getDouble("control_share"),
                Set.of(row.getArrayOfStrings("placements")),
                channel.isEmpty() ? Optional.empty() : Optional.of(Channel.valueOf(channel)),
                List.of(row.getArrayOfStrings("products")),
                row.getDouble("boost"),
                reason(row),
                Campaign.Stage.valueOf(row.getString("stage")),
                row.getLong("version"));
    }

    private static LocalizedText reason(Row row) {
        String[] tags = row.getArrayOfStrings("reason_tags");
        String[] texts = row.getArrayOfStrings("reason_texts");
        Map<String, String> reason = new TreeMap<>();
        for (int place = 0; place < tags.length; place++) {
            reason.put(tags[place], texts[place]);
        }
        return new LocalizedText(reason);
    }

    static Tuple columns(Campaign campaign) {
        Map<String, String> reason = new TreeMap<>(campaign.reason().texts());
        return Tuple.tuple()
                .addString(campaign.id())
                .addString(campaign.name())
                .addOffsetDateTime(campaign.start().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(campaign.end().atOffset(ZoneOffset.UTC))
                .addString(campaign.segment())
                .addString(campaign.condition())
                .addDouble(campaign.controlShare())
                .addArrayOfString(campaign.placements().stream().sorted().toArray(String[]::new))
                .addString(campaign.channel().map(Channel::name).orElse(""))
                .addArrayOfString(campaign.products().toArray(String[]::new))
                .addDouble(campaign.boost())
                .addArrayOfString(reason.keySet().toArray(String[]::new))
                .addArrayOfString(reason.values().toArray(String[]::new))
                .addString(campaign.stage().name())
                .addLong(campaign.version())
                .addBoolean(campaign.owners());
    }

    /** For the audit. */
    static String detail(Campaign campaign) {
        return campaign.start() + " to " + campaign.end()
                + (campaign.owners() ? ", owners" : ", segment \"" + campaign.segment() + "\"") + ", condition \""
                + campaign.condition() + "\", control " + campaign.controlShare() + ", placements "
                + campaign.placements() + ", channel "
                + campaign.channel().map(Channel::name).orElse("none")
                + ", products " + campaign.products() + ", boost " + campaign.boost();
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
