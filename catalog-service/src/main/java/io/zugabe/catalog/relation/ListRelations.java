package io.zugabe.catalog.relation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.fit.domain.AttributeMatching;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.catalog.paging.Page;
import io.zugabe.catalog.paging.PageRequest;
import io.zugabe.catalog.product.DeleteProduct;
import io.zugabe.catalog.relation.domain.Relation;
import jakarta.inject.Singleton;

/** Lists relations by id. */
@Singleton
public final class ListRelations {

    private final CatalogFeed feed;

    ListRelations(CatalogFeed feed) {
        this.feed = feed;
    }

    /**
     * A page of relations.
     *
     * @param anchorId only those that start from this product, which must exist; empty for all
     */
    public Uni<Page<Relation>> list(String anchorId, PageRequest request) {
        return Uni.createFrom()
                .item(() -> page(feed.loadedCatalog(), anchorId, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Page<Relation> page(LiveCatalog catalog, String anchorId, PageRequest request) {
        var relations = catalog.relations().values().stream().map(Placed::value).toList();
        if (anchorId.isEmpty()) {
            return Page.of(relations, Relation::id, request);
        }
        CatalogEntry anchor = catalog.product(anchorId).orElseThrow(() -> DeleteProduct.notFound(anchorId));
        return Page.of(
                relations,
                relation -> AttributeMatching.selects(catalog.schema(), relation.anchor(), anchor.product()),
                Relation::id,
                request);
    }
}
