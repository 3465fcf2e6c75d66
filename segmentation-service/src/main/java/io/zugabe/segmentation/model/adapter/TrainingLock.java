package io.zugabe.segmentation.model.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.zugabe.segmentation.model.TrainingRuns.Claim;
import io.zugabe.segmentation.model.domain.TrainingRun;
import java.util.Optional;

/**
 * The right to train, held by one connection of one replica. It ends with the connection's transaction,
 * however that ends, so that it neither outlives its holder nor stays with a connection that goes back to
 * the pool. The transaction does nothing else: however long it lasts, it keeps nobody from tidying up.
 */
final class TrainingLock implements Claim {

    /** Any number that nobody else in this database uses for an advisory lock. */
    private static final String KEY = "7305126488113072";

    private static final String LOCK = "select pg_try_advisory_xact_lock(" + KEY + ")";

    /** Somebody may have set a limit that is shorter than a training. */
    private static final String STAY = "set local idle_in_transaction_session_timeout = 0";

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
    private final Transaction transaction;
    private final TrainingRun run;

    private TrainingLock(SqlConnection connection, Transaction transaction, TrainingRun run) {
        this.connection = connection;
        this.transaction = transaction;
        this.run = run;
    }

    static Uni<Optional<Claim>> claim(Pool pool) {
        return pool.getConnection()
                .chain(connection -> connection
                        .begin()
                        .onFailure()
                        .call(connection::close)
                        .chain(transaction -> claim(pool, connection, transaction)));
    }

    private static Uni<Optional<Claim>> claim(Pool pool, SqlConnection connection, Transaction transaction) {
        return connection
                .query(STAY)
                .execute()
                .chain(() -> connection.query(LOCK).execute())
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? take(pool)
                        : Uni.createFrom().item(Optional.<TrainingRun>empty()))
                .map(taken -> taken.<Claim>map(run -> new TrainingLock(connection, transaction, run)))
                .call(claim -> claim.isPresent() ? Uni.createFrom().voidItem() : end(connection, transaction))
                .onFailure()
                .call(() -> end(connection, transaction));
    }

    private static Uni<Optional<TrainingRun>> take(Pool pool) {
        return pool.query(ABANDON)
                .execute()
                .chain(() -> pool.query(TAKE).execute())
                .map(TrainingRunRows::first);
    }

    @Override
    public TrainingRun run() {
        return run;
    }

    @Override
    public Uni<Void> release() {
        return end(connection, transaction);
    }

    /** A transaction that cannot be rolled back has lost its connection, and the lock with it. */
    private static Uni<Void> end(SqlConnection connection, Transaction transaction) {
        return transaction
                .rollback()
                .onFailure()
                .recoverWithNull()
                .eventually(connection::close)
                .replaceWithVoid();
    }
}
