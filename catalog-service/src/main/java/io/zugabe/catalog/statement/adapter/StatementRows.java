package io.zugabe.catalog.statement.adapter;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.live.adapter.CommitOrder;
import jakarta.inject.Singleton;
import java.util.List;

/** The rows of maker statements. */
@Singleton
class StatementRows implements PanacheRepositoryBase<StatementRow, String> {

    /** Waits for this transaction's turn to commit, then draws positions in ascending order. */
    Uni<List<Long>> drawPositions(int count) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select nextval('catalog_position') from pg_advisory_xact_lock(:lock),"
                                        + " generate_series(1, :count)",
                                Long.class)
                        .setParameter("lock", CommitOrder.LOCK)
                        .setParameter("count", count)
                        .getResultList());
    }
}
