package io.zugabe.catalog.product;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.domain.ProductFilter;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;

/** Lists products by id. */
@Singleton
public final class ListProducts {

    private final CatalogFeed feed;

    ListProducts(CatalogFeed feed) {
        this.feed = feed;
    }

    /** A page of the products that a filter accepts. Reads every product, so not on an event loop. */
    public Uni<Page<CatalogEntry>> list(ProductFilter filter, PageRequest request) {
        return Uni.createFrom()
                .item(() -> page(feed.loadedCatalog(), filter, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Page<CatalogEntry> page(LiveCatalog catalog, ProductFilter filter, PageRequest request) {
        return Page.of(
                catalog.products().values(),
                entry -> filter.accepts(entry.product(), catalog.schema()),
                entry -> entry.product().id(),
                request);
    }
}
