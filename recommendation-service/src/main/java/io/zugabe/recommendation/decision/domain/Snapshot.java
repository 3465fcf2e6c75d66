package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;

/** All that decisions read and that is not about one customer. Immutable. */
public record Snapshot(CatalogSnapshot catalog, BasketModel baskets) {

    /** Names catalog and counts behind a decision. */
    public String version() {
        return "catalog/" + catalog.version() + " baskets/" + baskets.position();
    }
}
