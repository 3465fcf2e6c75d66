package io.zugabe.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    static double density(double z) {
        return STANDARD.density(z);
    }

    /** P(Z ≤ z). */
    static double below(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** P(Z > z). */
    static double above(double z) {
        return STANDARD.survivalProbability(z);
    }

    static double quantile(double probability) {
        return STANDARD.inverseCumulativeProbability(probability);
    }
}
