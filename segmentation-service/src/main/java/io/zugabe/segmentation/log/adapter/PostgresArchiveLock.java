package io.zugabe.segmentation.log.adapter;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.segmentation.log.ArchiveLock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An advisory lock that ends with its transaction, and so with whoever holds it. The transaction does
 * nothing else, so that however long it lasts, it keeps nobody from tidying the database up.
 */
@ApplicationScoped
class PostgresArchiveLock implements ArchiveLock {

    /** Somebody may have set a limit that is shorter than the writing of an archive. */
    private static final String STAY = "set local idle_in_transaction_session_timeout = 0";

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('archives', 0))";

    private final Pool pool;

    PostgresArchiveLock(Pool pool) {
        this.pool = pool;
    }

    @Override
    public <T> Uni<Optional<T>> holding(Supplier<T> work) {
        return pool.withTransaction(connection -> connection
                .query(STAY)
                .execute()
                .chain(() -> connection.query(LOCK).execute())
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? Uni.createFrom()
                                .item(work)
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                                .map(Optional::of)
                        : Uni.createFrom().item(Optional.<T>empty())));
    }
}
