package io.zugabe.recommendation.incentives.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.incentives.IncentiveCounts;
import io.zugabe.recommendation.incentives.domain.LevelCounts;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.incentives.domain.Promise;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Views in PostgreSQL; whether they led to a purchase that was kept, the attribution of offers says. */
@Singleton
public class PgIncentiveCounts implements IncentiveCounts {

    private static final String SEEN = """
            insert into incentive_view (decision_id, product_id, incentive_id, level, expected, view_time)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";

    /** Of erased people there is no offer any more, so their views do not count either. */
    private static final String COUNTS = """
            select incentive_id, level, count(*) views, count(*) filter (where bought > returned) taken,
                sum(seen_offer.expected) expected
            from incentive_view seen_offer join tracked_offer using (decision_id, product_id)
            where view_time >= $1
            group by incentive_id, level order by incentive_id, level""";

    private static final String USED_UP = """
            select subject from incentive_redemption where incentive_id = $1 and subject <> ''
            group by subject having count(*) >= $2 limit 1000000""";

    private static final String FORGET_VIEWS = "delete from incentive_view where view_time < $1";
    private static final String FORGET_PEOPLE = """
            update incentive_redemption set subject = '', order_id = ''
            where redeem_time < $1 and (subject <> '' or order_id <> '')""";

    private final Pool pool;

    public PgIncentiveCounts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> seen(List<TrackedOffer> offers, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        List<Tuple> rows = new ArrayList<>();
        for (TrackedOffer offer : offers) {
            offer.promise().ifPresent(promise -> rows.add(row(offer, promise, time)));
        }
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(SEEN).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple row(TrackedOffer offer, Promise promise, OffsetDateTime time) {
        return Tuple.of(
                offer.decision().toString(),
                offer.product(),
                promise.incentive(),
                promise.level(),
                promise.expected(),
                time);
    }

    @Override
    public Uni<Map<String, List<LevelCounts>>> counts(Instant since) {
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(since.atOffset(ZoneOffset.UTC)))
                .map(PgIncentiveCounts::counts);
    }

    private static Map<String, List<LevelCounts>> counts(RowSet<Row> rows) {
        Map<String, List<LevelCounts>> counts = new HashMap<>();
        for (Row row : rows) {
            List<LevelCounts> levels =
                    counts.computeIfAbsent(row.getString("incentive_id"), ignored -> new ArrayList<>());
            while (levels.size() < row.getInteger("level")) {
                levels.add(LevelCounts.NONE);
            }
            levels.add(new LevelCounts(row.getLong("views"), row.getLong("taken"), row.getDouble("expected")));
        }
        return counts;
    }

    @Override
    public Uni<LongSet> usedUp(String incentive, int times) {
        return pool.preparedQuery(USED_UP)
                .execute(Tuple.of(incentive, (long) times))
                .map(rows -> {
                    LongSet marks = new LongOpenHashSet(rows.size());
                    rows.forEach(row -> marks.add(LiveIncentive.mark(row.getString(0))));
                    return marks;
                });
    }

    @Override
    public Uni<Void> cleanUp(Instant before) {
        Tuple time = Tuple.of(before.atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(FORGET_VIEWS)
                .execute(time)
                .chain(() -> pool.preparedQuery(FORGET_PEOPLE).execute(time))
                .replaceWithVoid();
    }
}
