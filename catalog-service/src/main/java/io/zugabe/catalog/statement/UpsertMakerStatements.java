package io.zugabe.catalog.statement;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.live.CatalogFeed;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores maker statements and waits until they count in this replica's verdicts. */
@Singleton
public final class UpsertMakerStatements {

    private final StatementStore store;
    private final CatalogFeed feed;

    UpsertMakerStatements(StatementStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** Inserts or replaces statements; of several with the same id the last one wins. */
    public Uni<Void> upsert(List<MakerStatement> statements) {
        Map<String, MakerStatement> lastById = new LinkedHashMap<>();
        statements.forEach(statement -> lastById.put(statement.id(), statement));
        return lastById.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.write(List.copyOf(lastById.values())).chain(feed::inForce);
    }
}
