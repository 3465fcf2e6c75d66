package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.replica.domain.LocalizedText;
import java.util.List;

/**
 * What an attribute says about which of two products of a type is the better one.
 *
 * @param attribute its key; "brand" is the product's own field
 * @param ranks with {@link Role#RANKED}: its values, the worst first
 * @param name for the customer
 */
public record Trait(String attribute, Role role, List<String> ranks, LocalizedText name) {

    public Trait {
        ranks = List.copyOf(ranks);
    }

    /** What the attribute's values mean. */
    public enum Role {
        /** The larger number is better; true is better than false. */
        MORE,
        /** The smaller number is better. */
        LESS,
        /** Later values are better. */
        RANKED,
        /** Products with different values serve different needs. */
        SAME,
        /** How much is in the pack. */
        AMOUNT
    }
}
