package io.zugabe.catalog.statement;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.rule.Caller;
import io.zugabe.catalog.rule.domain.AuditEntry;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Deletes a maker statement and waits until it does not count any more. */
@Singleton
public final class DeleteMakerStatement {

    private final StatementStore store;
    private final CatalogFeed feed;
    private final Clock clock;

    DeleteMakerStatement(StatementStore store, CatalogFeed feed, Clock clock) {
        this.store = store;
        this.feed = feed;
        this.clock = clock;
    }

    /** Deletes; fails with STATEMENT_NOT_FOUND if there is no such statement. */
    public Uni<Void> delete(String id, Caller caller) {
        return store.delete(id, caller.did(Action.STATEMENT_DELETED, AuditEntry.STATEMENTS, clock.instant(), id))
                .chain(position -> position == 0 ? Uni.createFrom().failure(notFound(id)) : feed.inForce(position));
    }

    private static ZugabeException notFound(String id) {
        return ZugabeException.of(
                CatalogReason.STATEMENT_NOT_FOUND,
                "there is no maker statement \"" + id + "\"",
                Map.of("statement_id", id));
    }
}
