package io.zugabe.catalog.relation;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.relation.domain.Relation;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores relations and waits until this replica shows them. */
@Singleton
public final class UpsertRelations {

    private final RelationStore store;
    private final CatalogFeed feed;

    UpsertRelations(RelationStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** Inserts or replaces relations; of several with the same id the last one wins. */
    public Uni<Void> upsert(List<Relation> relations) {
        Map<String, Relation> lastById = new LinkedHashMap<>();
        relations.forEach(relation -> lastById.put(relation.id(), relation));
        return lastById.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.write(List.copyOf(lastById.values())).chain(feed::visible);
    }
}
