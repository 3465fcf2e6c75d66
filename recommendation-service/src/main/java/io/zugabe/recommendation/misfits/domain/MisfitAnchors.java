package io.zugabe.recommendation.misfits.domain;

import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a returned product may not have fitted: products of the same order with which it has to fit, and
 * does as far as the catalog knows. A return does not say which of them was meant, so each is reported,
 * for somebody to decide; hosts first, because who buys a battery with a camera and a card means the camera.
 *
 * <p>If the order holds a host that the product is not known to fit, that explains the return, and nothing
 * is reported: the wrong cable for the phone says nothing about the charger beside it.
 */
public final class MisfitAnchors {

    private static final int MOST = 5;

    private MisfitAnchors() {}

    /** The ids of at most five products; none if the catalog does not know the returned one. */
    public static List<String> of(CatalogSnapshot catalog, String returned, List<String> together) {
        FitTable fit = catalog.fit();
        Optional<Product> found = catalog.find(returned);
        if (found.isEmpty()) {
            return List.of();
        }
        Product misfit = found.get();
        List<Product> others = together.stream()
                .distinct()
                .flatMap(id -> catalog.find(id).stream())
                .filter(other -> other.number() != misfit.number())
                .toList();
        if (others.stream()
                .anyMatch(other -> fit.gatedAs(other.type(), misfit.type()) && !fit.fitsButForBlocks(other, misfit))) {
            return List.of();
        }
        return others.stream()
                .filter(other -> fit.gated(misfit.type(), other.type()) && fit.fitsButForBlocks(misfit, other))
                .sorted(Comparator.comparing((Product other) -> !fit.gatedAs(other.type(), misfit.type()))
                        .thenComparing(Product::id))
                .map(Product::id)
                .limit(MOST)
                .toList();
    }
}
