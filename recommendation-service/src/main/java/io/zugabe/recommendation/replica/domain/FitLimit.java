package io.zugabe.recommendation.replica.domain;

import org.jspecify.annotations.Nullable;

/**
 * Why something fits only with a limit.
 *
 * @param attribute the attribute that limits
 * @param got what the pair gets, with unit
 * @param needed what an unlimited fit needs, with unit
 * @param gotQuantity what the pair gets if it is a number
 * @param neededQuantity what is needed if it is a number
 */
public record FitLimit(
        String attribute,
        String got,
        String needed,
        LocalizedText sentence,
        @Nullable Quantity gotQuantity,
        @Nullable Quantity neededQuantity) {

    /** A number with its unit; the unit is empty for a plain number. */
    public record Quantity(double value, String unit) {}
}
