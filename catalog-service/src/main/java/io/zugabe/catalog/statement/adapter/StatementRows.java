package io.zugabe.catalog.statement.adapter;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.live.adapter.CommitOrder;
import io.zugabe.catalog.rule.domain.AuditEntry;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
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

    /** Notes who changed what. */
    Uni<Void> note(AuditEntry entry) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into audit_entry (create_time, actor, request_id, action, subject, version, detail)"
                                        + " values (:time, :actor, :request, :action, :subject, :version, :detail)")
                        .setParameter("time", entry.time().atOffset(ZoneOffset.UTC))
                        .setParameter("actor", entry.actor())
                        .setParameter("request", entry.requestId())
                        .setParameter("action", entry.action().name())
                        .setParameter("subject", entry.subject())
                        .setParameter("version", entry.version())
                        .setParameter("detail", entry.detail())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
