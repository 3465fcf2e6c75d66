package io.zugabe.catalog.relation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.fit.domain.AttributeMatching;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.catalog.product.DeleteProduct;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.relation.domain.Relation.Kind;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
     * @param kinds only those of these kinds
     */
    public Uni<Page<PricedRelation>> list(String anchorId, Set<Kind> kinds, PageRequest request) {
        return Uni.createFrom()
                .item(() -> page(feed.loadedCatalog(), anchorId, kinds, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Page<PricedRelation> page(
            LiveCatalog catalog, String anchorId, Set<Kind> kinds, PageRequest request) {
        Predicate<Relation> startsFromAnchor = startingFrom(catalog, anchorId);
        Page<Placed<Relation>> page = Page.of(
                catalog.relations().values(),
                placed -> kinds.contains(placed.value().kind()) && startsFromAnchor.test(placed.value()),
                placed -> placed.value().id(),
                request);
        List<PricedRelation> priced = page.entries().stream()
                .map(Placed::value)
                .map(relation -> new PricedRelation(relation, relation.saving(catalog::listPrice)))
                .toList();
        return new Page<>(priced, page.next(), page.total());
    }

    private static Predicate<Relation> startingFrom(LiveCatalog catalog, String anchorId) {
        if (anchorId.isEmpty()) {
            return _ -> true;
        }
        CatalogEntry anchor = catalog.product(anchorId).orElseThrow(() -> DeleteProduct.notFound(anchorId));
        return relation -> AttributeMatching.selects(catalog.schema(), relation.anchor(), anchor.product());
    }
}
