package io.zugabe.catalog.relation;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.Map;

/** Deletes a relation and waits until this replica does not show it any more. */
@Singleton
public final class DeleteRelation {

    private final RelationStore store;
    private final CatalogFeed feed;

    DeleteRelation(RelationStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** Deletes; fails with RELATION_NOT_FOUND if there is no such relation. */
    public Uni<Void> delete(String id) {
        return store.delete(id)
                .chain(position -> position == 0 ? Uni.createFrom().failure(notFound(id)) : feed.visible(position));
    }

    private static ZugabeException notFound(String id) {
        return ZugabeException.of(
                CatalogReason.RELATION_NOT_FOUND, "there is no relation \"" + id + "\"", Map.of("relation_id", id));
    }
}
