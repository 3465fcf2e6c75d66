package io.zugabe.catalog.product;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.product.ProductStore.ProductWrite;
import io.zugabe.catalog.product.ProductStore.WriteResult;
import io.zugabe.catalog.product.ProductStore.WrittenBatch;
import io.zugabe.catalog.product.domain.Product;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores products and waits until this replica shows them. */
@Singleton
public final class UpsertProducts {

    private final ProductStore store;
    private final CatalogFeed feed;

    UpsertProducts(ProductStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /**
     * Writes products. Of several with the same id the last one wins.
     *
     * @return one result per product, in their order
     */
    public Uni<List<WriteResult>> upsert(List<ProductWrite> writes) {
        if (writes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<String, ProductWrite> lastById = new LinkedHashMap<>();
        writes.forEach(write -> lastById.put(write.product().id(), compared(write)));
        List<ProductWrite> unique = List.copyOf(lastById.values());
        return store.write(unique)
                .chain(batch -> feed.visible(batch.position()).replaceWith(resultsOf(writes, unique, batch)));
    }

    /**
     * The write with where this replica has seen just that product; the store knows whether it is still so. What
     * was read here and is written back stands for what was sent before, not for the form that it is shown in.
     */
    private ProductWrite compared(ProductWrite write) {
        return feed.loadedCatalog()
                .product(write.product().id())
                .map(entry -> compared(write, entry))
                .orElse(write);
    }

    private static ProductWrite compared(ProductWrite write, CatalogEntry stored) {
        Product madeFromStored = write.product().madeFrom(stored.product());
        if (madeFromStored.equals(stored.product())) {
            return new ProductWrite(madeFromStored, write.etag(), stored.position());
        }
        return write.etag().equals(stored.etag()) ? new ProductWrite(madeFromStored, write.etag()) : write;
    }

    private static List<WriteResult> resultsOf(
            List<ProductWrite> writes, List<ProductWrite> unique, WrittenBatch batch) {
        Map<String, WriteResult> byId = new HashMap<>();
        for (int i = 0; i < unique.size(); i++) {
            byId.put(unique.get(i).product().id(), batch.results().get(i));
        }
        List<WriteResult> results = new ArrayList<>();
        for (ProductWrite write : writes) {
            WriteResult result = byId.get(write.product().id());
            results.add(result == null ? WriteResult.REPLACED : result);
            if (result == WriteResult.CREATED) {
                byId.put(write.product().id(), WriteResult.REPLACED);
            }
        }
        return results;
    }
}
