package io.zugabe.catalog.product;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.Map;

/** Deletes a product and waits until this replica does not show it any more. */
@Singleton
public final class DeleteProduct {

    private final ProductStore store;
    private final CatalogFeed feed;

    DeleteProduct(ProductStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** Deletes; fails with PRODUCT_NOT_FOUND if there is no such product. */
    public Uni<Void> delete(String id) {
        return store.delete(id)
                .chain(position -> position == 0 ? Uni.createFrom().failure(notFound(id)) : feed.visible(position));
    }

    /** There is no such product. */
    public static ZugabeException notFound(String id) {
        return ZugabeException.of(
                CatalogReason.PRODUCT_NOT_FOUND, "there is no product \"" + id + "\"", Map.of("product_id", id));
    }
}
