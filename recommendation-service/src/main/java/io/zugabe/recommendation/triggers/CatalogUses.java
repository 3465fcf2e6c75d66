package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.triggers.domain.Uses;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** The use of products, as curated relations and the catalog say. */
public final class CatalogUses implements Uses {

    private final CatalogSnapshot catalog;

    public CatalogUses(CatalogSnapshot catalog) {
        this.catalog = catalog;
    }

    @Override
    public Set<Duration> spans(String product) {
        return catalog.find(product)
                .map(found -> catalog.relations().from(found).stream()
                        .filter(relation -> relation.timing() == Relation.Timing.AFTER)
                        .filter(relation -> relation.terms().kind().complements())
                        .map(Relation::delay)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    @Override
    public boolean consumable(String product) {
        return catalog.find(product).map(Product::consumable).orElse(false);
    }
}
