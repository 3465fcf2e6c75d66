package io.zugabe.recommendation.campaigns.endpoint;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.campaigns.Conditions;
import io.zugabe.recommendation.campaigns.adapter.CelConditions;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.v1.Campaign.Audience;
import io.zugabe.recommendation.v1.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads a campaign field by field; refuses it naming every field that is wrong, with its value. */
final class CampaignReader {

    static final Pattern ID = Pattern.compile("[a-z0-9_-]{1,60}");
    static final String ID_FORM = "must be 1 to 60 characters of a-z 0-9 _ -";
    private static final String NOT_BY_CHANNEL =
            "must not read region, device, weather or occasion together with a channel: nobody is there when it is sent,"
                    + " so it would never hold; leave the channel out, or name the region by the segment";
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final double LARGEST_CONTROL = 0.5;
    private static final double USUAL_BOOST = 2;
    private static final double LARGEST_BOOST = 10;
    private static final int MOST_PRODUCTS = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_LANGUAGES = 40;

    private final io.zugabe.recommendation.v1.Campaign message;
    private final CatalogSnapshot catalog;
    private final Conditions conditions;
    private final Violations violations = Violations.ofRequest();
    private final Violations fields = violations.at("campaign");

    CampaignReader(io.zugabe.recommendation.v1.Campaign message, CatalogSnapshot catalog, Conditions conditions) {
        this.message = message;
        this.catalog = catalog;
        this.conditions = conditions;
    }

    /** The campaign as the message says. */
    Campaign read(Instant now, Campaign.Stage stage, long version) {
        fields.checkPattern("campaign_id", message.getCampaignId(), ID, ID_FORM);
        fields.checkLength("name", message.getName(), 1, LONGEST_NAME);
        Instant start = time("start_time", message.hasStartTime(), message.getStartTime());
        Instant end = time("end_time", message.hasEndTime(), message.getEndTime());
        fields.check(end.isAfter(start), "end_time", end, "must be after start_time, " + start);
        fields.check(!end.isAfter(start.plus(LONGEST)), "end_time", end, "must be at most a year after start_time");
        fields.check(end.isAfter(now), "end_time", end, "must be in the future");
        Optional<Channel> channel = channel();
        boolean owners = owners();
        checkSegment(channel, owners);
        checkCondition(channel);
        double control = message.getControlShare();
        fields.check(control >= 0 && control <= LARGEST_CONTROL, "control_share", control, "must be 0 to 0.5");
        double boost = message.getBoost() == 0 ? USUAL_BOOST : message.getBoost();
        fields.check(boost >= 1 && boost <= LARGEST_BOOST, "boost", boost, "must be 1 to 10, or 0 for 2");
        Set<String> placements = placements(channel);
        Set<String> products = products(owners);
        LocalizedText reason = reason();
        violations.throwIfAny();
        return new Campaign(
                message.getCampaignId(),
                message.getName(),
                start,
                end,
                message.getSegmentId(),
                owners,
                message.getCondition(),
                control,
                placements,
                channel,
                products.stream().toList(),
                boost,
                reason,
                stage,
                version);
    }

    private Instant time(String field, boolean present, Timestamp time) {
        boolean valid = present && Timestamps.isValid(time);
        fields.check(valid, field, present ? "(invalid)" : "", "is required: a time");
        return valid ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos()) : Instant.EPOCH;
    }

    private Optional<Channel> channel() {
        return switch (message.getChannel()) {
            case CHANNEL_PAGE -> Optional.of(Channel.PAGE);
            case CHANNEL_EMAIL -> Optional.of(Channel.EMAIL);
            case CHANNEL_PUSH -> Optional.of(Channel.PUSH);
            case CHANNEL_SERVICE_AGENT -> Optional.of(Channel.SERVICE_AGENT);
            case CHANNEL_SALES_TASK -> Optional.of(Channel.SALES_TASK);
            case CHANNEL_UNSPECIFIED -> Optional.empty();
            case UNRECOGNIZED -> {
                fields.check(false, "channel", message.getChannelValue(), "is no channel");
                yield Optional.empty();
            }
        };
    }

    private boolean owners() {
        fields.check(
                message.getAudience() != Audience.UNRECOGNIZED,
                "audience",
                message.getAudienceValue(),
                "is no audience");
        return message.getAudience() == Audience.AUDIENCE_OWNERS;
    }

    private void checkSegment(Optional<Channel> channel, boolean owners) {
        String segment = message.getSegmentId();
        if (owners) {
            fields.check(segment.isEmpty(), "segment_id", segment, "must be empty beside an audience");
        } else if (!segment.isEmpty()) {
            fields.checkPattern("segment_id", segment, ID, ID_FORM);
        } else if (channel.isPresent()) {
            fields.add("segment_id", "is required with a channel, or an audience: who is it sent to?");
        }
    }

    private void checkCondition(Optional<Channel> channel) {
        if (fields.checkLength("condition", message.getCondition(), 0, CelConditions.LONGEST)) {
            try {
                conditions.compile(message.getCondition());
                boolean known = channel.isEmpty() || conditions.holdsByChannel(message.getCondition());
                fields.check(known, "condition", message.getCondition(), NOT_BY_CHANNEL);
            } catch (IllegalArgumentException e) {
                fields.add("condition", String.valueOf(e.getMessage()));
            }
        }
    }

    private Set<String> placements(Optional<Channel> channel) {
        Set<String> placements = new TreeSet<>();
        for (int i = 0; i < message.getPlacementsCount(); i++) {
            Placement placement = message.getPlacements(i);
            String name = placement.name().replace("PLACEMENT_", "");
            String field = "placements[" + i + "]";
            boolean known = placement != Placement.PLACEMENT_UNSPECIFIED && placement != Placement.UNRECOGNIZED;
            fields.check(known, field, name, "is no placement");
            fields.check(placements.add(name), field, name, "is there twice");
        }
        String sent = channel.map(CampaignReader::placement).orElse("");
        boolean open = sent.isEmpty() || placements.isEmpty() || placements.contains(sent);
        fields.check(open, "placements", placements, "must have " + sent + ", where it is decided what is sent");
        return placements;
    }

    private static String placement(Channel channel) {
        return switch (channel) {
            case PAGE, EMAIL, PUSH -> "FOLLOW_UP";
            case SERVICE_AGENT, SALES_TASK -> "SERVICE_CALL";
        };
    }

    private Set<String> products(boolean owners) {
        Set<String> products = new LinkedHashSet<>();
        if (fields.checkSize("product_ids", message.getProductIdsList(), 1, MOST_PRODUCTS)) {
            for (int i = 0; i < message.getProductIdsCount(); i++) {
                String id = message.getProductIds(i);
                String field = "product_ids[" + i + "]";
                Optional<Product> product = catalog.find(id);
                fields.check(product.isPresent(), field, id, "is no product of the catalog");
                boolean fitsSomething =
                        product.isEmpty() || catalog.fit().isPart(product.get().type());
                fields.check(
                        !owners || fitsSomething,
                        field,
                        id,
                        "has to fit nothing, so nobody owns what it fits: name a segment");
                fields.check(products.add(id), field, id, "is there twice");
            }
        }
        return products;
    }

    private LocalizedText reason() {
        var texts = message.getReason().getTextsMap();
        fields.checkSize("reason.texts", texts.keySet(), 1, MOST_LANGUAGES);
        texts.forEach((tag, text) -> fields.checkLength("reason.texts[" + tag + "]", text, 1, LONGEST_REASON));
        return new LocalizedText(texts);
    }
}
