package io.zugabe.recommendation.taste;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.taste.domain.PurchasesBuilder.Collected;
import jakarta.inject.Singleton;

/** Brings together what taste is learned from: the orders, and what the catalog calls their products. */
@Singleton
public class GatherPurchases {

    private static final String LANGUAGE = "en";

    private final PurchaseHistory history;
    private final CatalogReplica catalog;
    private final TasteConfig config;

    public GatherPurchases(PurchaseHistory history, CatalogReplica catalog, TasteConfig config) {
        this.history = history;
        this.catalog = catalog;
        this.config = config;
    }

    /** Whether the catalog is there: without it products have no names. */
    boolean isReady() {
        return catalog.current().isPresent();
    }

    Uni<Collected> gather() {
        return history.read(config.mostBaskets()).map(orders -> orders.build(config.mostProducts(), this::nameOf));
    }

    private String nameOf(String id) {
        return catalog.current()
                .flatMap(snapshot -> snapshot.find(id))
                .map(product -> product.name().in(LANGUAGE))
                .orElse("");
    }
}
