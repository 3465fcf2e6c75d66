package io.zugabe.segmentation.crossbuyer.domain;

import java.util.stream.IntStream;

/** The values that a trait, and its spread, are taken to have: fine where customers are. */
final class TraitGrid {

    private static final double[] NO_SPREAD = {1};

    private TraitGrid() {}

    /** Values of a trait, ascending. */
    static double[] values(CrossBuyerType type) {
        return switch (type) {
            // 0.05 % to 400 % of the margin, each 10 % above the one before
            case SERVICE_DEMANDER -> steps(95, i -> 0.0005 * Math.pow(1.1, i));
            case REVENUE_REVERSER, PROMOTION_MAXIMIZER -> steps(96, i -> logistic(-6 + i * 0.105));
            case SPENDING_LIMITER -> steps(46, i -> -2.5 + i * 0.1);
        };
    }

    /** Values of its spread, ascending; one if it has none. */
    static double[] spreads(CrossBuyerType type) {
        return switch (type) {
            case SERVICE_DEMANDER, REVENUE_REVERSER, PROMOTION_MAXIMIZER -> NO_SPREAD;
            case SPENDING_LIMITER -> steps(11, i -> 0.06 * Math.pow(1.4, i));
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double[] steps(int number, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, number).mapToDouble(value).toArray();
    }
}
