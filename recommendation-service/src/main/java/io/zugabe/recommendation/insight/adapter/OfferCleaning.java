package io.zugabe.recommendation.insight.adapter;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.insight.AttributionConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Deletes what is too old to change anything any more; the counts stay. What is old is told by the time of the log, not by the
 * clock: a log that is read again is as young as it was.
 */
@Singleton
public class OfferCleaning {

    private static final Logger LOG = Logger.getLogger(OfferCleaning.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(20);
    private static final int AT_ONCE = 5_000;

    /** By its last parameter each is limited to rows before a time; $2 is how many at once. */
    private static final List<String> PLAIN = List.of("""
            delete from tracked_offer where ctid in (select ctid from tracked_offer
                where seen < $1 and bought = 0 order by seen limit $2)""", """
            delete from tracked_line where ctid in (select ctid from tracked_line
                where order_time < $1 and decision_id = '' order by order_time limit $2)""");

    private static final List<String> BOUGHT = List.of("""
            delete from tracked_offer where ctid in (select ctid from tracked_offer
                where seen < $1 order by seen limit $2)""", """
            delete from tracked_line where ctid in (select ctid from tracked_line
                where order_time < $1 order by order_time limit $2)""", """
            delete from tracked_return where ctid in (select ctid from tracked_return
                where return_time < $1 order by return_time limit $2)""");

    private static final String COUNTS = """
            delete from offer_cell where ctid in (select ctid from offer_cell where touched < $1 limit $2)""";

    private static final String TIME = "select log_time from offer_position";

    private final Pool pool;
    private final AttributionConfig config;

    public OfferCleaning(Pool pool, AttributionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Deletes; blocks. What fails is for the next time. */
    void clean() {
        try {
            long now = pool.query(TIME)
                    .execute()
                    .await()
                    .atMost(LONGEST_STEP)
                    .iterator()
                    .next()
                    .getLong(0);
            PLAIN.forEach(statement -> delete(statement, now - config.keep().toMillis()));
            BOUGHT.forEach(
                    statement -> delete(statement, now - config.keepBought().toMillis()));
            delete(COUNTS, now - config.keepCounts().toMillis());
        } catch (RuntimeException failure) {
            LOG.warnf("Old offers could not be deleted: %s", failure.getMessage());
        }
    }

    private void delete(String statement, long before) {
        int deleted;
        do {
            deleted = pool.preparedQuery(statement)
                    .execute(Tuple.of(before, AT_ONCE))
                    .await()
                    .atMost(LONGEST_STEP)
                    .rowCount();
        } while (deleted == AT_ONCE && !Thread.currentThread().isInterrupted());
    }
}
