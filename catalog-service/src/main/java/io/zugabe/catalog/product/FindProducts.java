package io.zugabe.catalog.product;

import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds products by their ids. */
@Singleton
public final class FindProducts {

    private final CatalogFeed feed;

    FindProducts(CatalogFeed feed) {
        this.feed = feed;
    }

    /** The products that exist, by id, in the order asked for. */
    public Map<String, CatalogEntry> find(List<String> ids) {
        LiveCatalog catalog = feed.loadedCatalog();
        Map<String, CatalogEntry> found = new LinkedHashMap<>();
        ids.forEach(id -> catalog.product(id).ifPresent(entry -> found.put(id, entry)));
        return found;
    }
}
