package io.zugabe.recommendation.decision.adapter;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Takes decisions for erased people out of the database, in steps short enough for their deadline however
 * many decisions there are. Who was erased stands in the database until that is done: a step that fails is
 * tried again, also after a restart.
 */
final class DecisionErasures {

    private static final Logger LOG = Logger.getLogger(DecisionErasures.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2_000;
    private static final int MOST = 100;

    /** By then every replica has written the decisions that it made before it heard of the erasure. */
    private static final String PENDING = """
            select number, log, digests, create_time < now() - interval '1 minute'
            from decision_erasure order by number limit $1""";

    private static final String STEP = """
            with page as (
                select decision_id, decide_time, subjects from decision
                where (decide_time, decision_id) > ($1, $2)
                order by decide_time, decision_id limit $3),
            gone as (
                delete from decision using page
                where decision.decision_id = page.decision_id and exists (
                    select 1 from unnest(page.subjects) as subject
                    where sha256(convert_to(
                        $4 || E'\\n' || case when subject like 'c:%' then substr(subject, 3) else subject end, 'UTF8'))
                    = any ($5)))
            select decide_time, decision_id from page order by decide_time desc, decision_id desc limit 1""";

    private static final String DONE = "delete from decision_erasure where number = $1";

    private final Pool pool;

    /** An erasure; settled if no decision made before it can appear any more. */
    private record Pending(long number, String log, Buffer[] digests, boolean settled) {}

    /** The last decision of a step. */
    private record Place(OffsetDateTime time, UUID decision) {
        static final Place START = new Place(OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(0, 0));
    }

    DecisionErasures(Pool pool) {
        this.pool = pool;
    }

    /**
     * Takes out what there is, and ends the erasures that are settled; blocks. What fails is for the next
     * time.
     *
     * @param onlySettled leaves out erasures that would be looked at once more anyway
     */
    void work(boolean onlySettled, BooleanSupplier stopping) {
        try {
            for (Pending erasure : pending()) {
                if ((erasure.settled() || !onlySettled) && pass(erasure, stopping) && erasure.settled()) {
                    pool.preparedQuery(DONE)
                            .execute(Tuple.of(erasure.number()))
                            .await()
                            .atMost(LONGEST_STEP);
                }
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Decisions of erased people could not be deleted: %s; trying again", failure.getMessage());
        }
    }

    private List<Pending> pending() {
        List<Pending> pending = new ArrayList<>();
        for (Row row :
                pool.preparedQuery(PENDING).execute(Tuple.of(MOST)).await().atMost(LONGEST_STEP)) {
            pending.add(new Pending(
                    row.getLong(0), row.getString(1), row.getDelegate().getArrayOfBuffers(2), row.getBoolean(3)));
        }
        return pending;
    }

    /** Goes through all decisions; false if it was stopped before the end. */
    private boolean pass(Pending erasure, BooleanSupplier stopping) {
        Place after = Place.START;
        while (!stopping.getAsBoolean()) {
            Tuple step = Tuple.of(after.time(), after.decision(), AT_ONCE, erasure.log())
                    .addValue(erasure.digests());
            RowIterator<Row> last = pool.preparedQuery(STEP)
                    .execute(step)
                    .await()
                    .atMost(LONGEST_STEP)
                    .iterator();
            if (!last.hasNext()) {
                return true;
            }
            Row row = last.next();
            after = new Place(row.getOffsetDateTime(0), row.getUUID(1));
        }
        return false;
    }
}
