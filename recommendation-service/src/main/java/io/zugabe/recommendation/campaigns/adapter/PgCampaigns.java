package io.zugabe.recommendation.campaigns.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.recommendation.campaigns.CampaignReason;
import io.zugabe.recommendation.campaigns.CampaignStore;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.triggers.adapter.PgChanges;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Campaigns in PostgreSQL. */
@Singleton
public class PgCampaigns implements CampaignStore {

    private static final long MOST = 200;

    private static final String OPEN =
            "select * from campaign where stage <> 'ENDED' and end_time > now() order by campaign_id";
    private static final String COUNT = "select count(*) from campaign where stage <> 'ENDED' and end_time > now()";
    private static final String FIND = "select * from campaign where campaign_id = $1";
    private static final String PAGE = "select * from campaign where campaign_id > $1 order by campaign_id limit $2";
    private static final String CREATE = """
            insert into campaign (campaign_id, name, start_time, end_time, segment, condition, control_share,
                placements, channel, products, boost, reason_tags, reason_texts, stage, version, owners)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict (campaign_id) do nothing returning *""";
    private static final String PUT = """
            update campaign set name = $2, start_time = $3, end_time = $4, segment = $5, condition = $6,
                control_share = $7, placements = $8, channel = $9, products = $10, boost = $11,
                reason_tags = $12, reason_texts = $13, stage = $14, version = $15, owners = $16,
                update_time = now(), audience_next = now(),
                audience_page = case when segment = $5 and owners = $16 and (not owners or products = $10) then audience_page else '' end,
                audience_done = audience_done and segment = $5 and owners = $16 and (not owners or products = $10)
            where campaign_id = $1 and version = $15 - 1 returning *""";

    private final Pool pool;

    public PgCampaigns(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Campaign>> open() {
        return pool.query(OPEN)
                .execute()
                .map(rows ->
                        CampaignRows.all(rows).stream().map(Stored::campaign).toList());
    }

    @Override
    public Uni<Optional<Stored>> find(String id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(PgCampaigns::first);
    }

    @Override
    public Uni<Page<Stored>> page(PageRequest page) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(page.after(), page.size() + 1))
                .map(rows -> Page.of(
                        CampaignRows.all(rows), stored -> stored.campaign().id(), page));
    }

    @Override
    public Uni<Stored> create(Campaign campaign, String actor) {
        return pool.withTransaction(transaction -> transaction
                .query(COUNT)
                .execute()
                .invoke(rows -> refuseAbove(rows.iterator().next().getLong(0)))
                .chain(() -> transaction.preparedQuery(CREATE).execute(CampaignRows.columns(campaign)))
                .map(rows -> first(rows)
                        .orElseThrow(() -> ZugabeException.of(
                                CampaignReason.CAMPAIGN_EXISTS,
                                "there is a campaign " + campaign.id() + " already",
                                Map.of("campaign_id", campaign.id()))))
                .call(() -> PgChanges.note(
                        transaction, actor, "campaign created", campaign.id(), CampaignRows.detail(campaign))));
    }

    @Override
    public Uni<Optional<Stored>> put(Campaign campaign, String actor, String action) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(PUT)
                .execute(CampaignRows.columns(campaign))
                .map(PgCampaigns::first)
                .call(put -> put.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : PgChanges.note(transaction, actor, action, campaign.id(), CampaignRows.detail(campaign))));
    }

    private static Optional<Stored> first(RowSet<Row> rows) {
        return CampaignRows.all(rows).stream().findFirst();
    }

    private static void refuseAbove(long count) {
        if (count >= MOST) {
            throw ZugabeException.of(
                    CampaignReason.TOO_MANY_CAMPAIGNS, count + " campaigns have not ended; end some first", Map.of());
        }
    }
}
