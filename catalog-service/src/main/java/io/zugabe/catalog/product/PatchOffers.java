package io.zugabe.catalog.product;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.product.domain.OfferPatch;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes prices, costs, stocks and sales of products, and waits until this replica shows them. */
@Singleton
public final class PatchOffers {

    private final ProductStore store;
    private final CatalogFeed feed;

    PatchOffers(ProductStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /**
     * Applies patches in their order.
     *
     * @return the ids of which there is no product
     */
    public Uni<Set<String>> patch(List<OfferPatch> patches) {
        if (patches.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Map<String, OfferPatch> byProduct = new LinkedHashMap<>();
        patches.forEach(patch -> byProduct.merge(patch.productId(), patch, OfferPatch::then));
        return store.patch(List.copyOf(byProduct.values()))
                .chain(batch -> feed.visible(batch.position()).replaceWith(batch.unknown()));
    }
}
