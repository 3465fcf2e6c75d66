package io.zugabe.catalog.relation.domain;

import io.zugabe.catalog.product.domain.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What belongs to a bundle besides anchor and complement, and what all of it costs.
 *
 * @param furtherProductIds one unit each
 * @param packagePrice including tax
 */
public record Bundle(List<String> furtherProductIds, Money packagePrice) {

    public Bundle {
        furtherProductIds = List.copyOf(furtherProductIds);
    }

    /** The products of a bundle between an anchor and a complement. */
    public List<String> products(String anchorId, String complementId) {
        List<String> all = new ArrayList<>(List.of(anchorId, complementId));
        all.addAll(furtherProductIds);
        return all;
    }

    /** The list prices of products together; empty unless all of them are known. */
    public static Optional<Money> listPrice(List<String> productIds, Function<String, Optional<Money>> price) {
        Optional<Money> sum = Optional.empty();
        for (String id : productIds) {
            Optional<Money> next = price.apply(id);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            sum = Optional.of(sum.map(soFar -> soFar.plus(next.get())).orElse(next.get()));
        }
        return sum;
    }
}
