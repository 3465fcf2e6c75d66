package io.zugabe.catalog.statement;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.rule.Caller;
import io.zugabe.catalog.rule.domain.AuditEntry;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores maker statements and waits until they count in this replica's verdicts. */
@Singleton
public final class UpsertMakerStatements {

    private final StatementStore store;
    private final CatalogFeed feed;
    private final Clock clock;

    UpsertMakerStatements(StatementStore store, CatalogFeed feed, Clock clock) {
        this.store = store;
        this.feed = feed;
        this.clock = clock;
    }

    /** Inserts or replaces statements; of several with the same id the last one wins. */
    public Uni<Void> upsert(List<MakerStatement> statements, Caller caller) {
        Map<String, MakerStatement> lastById = new LinkedHashMap<>();
        statements.forEach(statement -> lastById.put(statement.id(), statement));
        if (lastById.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String detail = lastById.size() + ": " + AuditEntry.detail(", ", List.copyOf(lastById.keySet()));
        AuditEntry entry = caller.did(Action.STATEMENTS_UPSERTED, AuditEntry.STATEMENTS, clock.instant(), detail);
        return store.write(List.copyOf(lastById.values()), entry).chain(feed::inForce);
    }
}
