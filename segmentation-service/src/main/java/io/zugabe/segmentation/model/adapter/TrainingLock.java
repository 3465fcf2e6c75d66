package io.zugabe.segmentation.model.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.zugabe.segmentation.model.TrainingRuns.Claim;
import io.zugabe.segmentation.model.domain.TrainingRun;
import java.util.Optional;

/**
 * The right to train, held by one connection of one replica: PostgreSQL takes it back with the connection,
 * so that it does not outlive its holder.
 */
final class TrainingLock implements Claim {

    /** Any number that nobody else in this database uses for an advisory lock. */
    private static final String KEY = "7305126488113072";

    private static final String LOCK = "select pg_try_advisory_lock(" + KEY + ")";
    private static final String UNLOCK = "select pg_advisory_unlock(" + KEY + ")";

    /** Who holds the lock knows that nobody trains: what is said to run was left behind. */
    private static final String ABANDON = """
            update training_run set state = 'FAILED', failure = 'the instance that trained it went away',
                end_time = statement_timestamp()
            where state = 'RUNNING'""";

    private static final String TAKE = """
            update training_run set state = 'RUNNING', start_time = statement_timestamp()
            where run_id = (select run_id from training_run where state = 'QUEUED'
                order by create_time limit 1 for update skip locked)
            returning\s""" + TrainingRunRows.RUN;

    private final SqlConnection connection;
    private final TrainingRun run;

    private TrainingLock(SqlConnection connection, TrainingRun run) {
        this.connection = connection;
        this.run = run;
    }

    static Uni<Optional<Claim>> claim(SqlConnection connection) {
        return connection
                .query(LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? take(connection)
                        : connection.close().replaceWith(Optional.<Claim>empty()))
                .onFailure()
                .call(connection::close);
    }

    private static Uni<Optional<Claim>> take(SqlConnection connection) {
        return connection
                .query(ABANDON)
                .execute()
                .chain(() -> connection.query(TAKE).execute())
                .map(TrainingRunRows::first)
                .chain(taken -> taken.isPresent()
                        ? Uni.createFrom().item(Optional.<Claim>of(new TrainingLock(connection, taken.get())))
                        : unlock(connection).replaceWith(Optional.<Claim>empty()));
    }

    @Override
    public TrainingRun run() {
        return run;
    }

    @Override
    public Uni<Void> release() {
        return unlock(connection);
    }

    private static Uni<Void> unlock(SqlConnection connection) {
        return connection.query(UNLOCK).execute().eventually(connection::close).replaceWithVoid();
    }
}
