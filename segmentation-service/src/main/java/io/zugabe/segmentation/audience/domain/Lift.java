package io.zugabe.segmentation.audience.domain;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much more often a trait is found among buyers than among others: the ratio of two shares, with the
 * 95 % interval of its logarithm by the delta method (Katz, Baptista, Azen, Pike, Biometrics 34, 1978):
 * var(log ratio) = 1/a − 1/m + 1/b − 1/n for a of m and b of n. If a or b is 0, 0.5 is added to all four
 * counts (Walter, Biometrika 62, 1975; Pettigrew, Gart, Thomas, Biometrika 73, 1986 for the variance).
 *
 * @param logRatio natural logarithm of the ratio
 * @param standardError of the logarithm; 0 or more
 */
public record Lift(double logRatio, double standardError) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double Z = NORMAL.inverseSurvivalProbability(0.025);
    private static final double CORRECTION = 0.5;

    /**
     * The lift of a trait.
     *
     * @param a buyers with the trait, 0 to {@code m}
     * @param m buyers, 1 or more
     * @param b others with the trait, 0 to {@code n}
     * @param n others, 1 or more
     */
    public static Lift of(long a, long m, long b, long n) {
        if (m < 1 || n < 1 || a < 0 || b < 0 || a > m || b > n) {
            throw new IllegalArgumentException(a + " of " + m + " against " + b + " of " + n);
        }
        double added = a == 0 || b == 0 ? CORRECTION : 0;
        double variance = 1 / (a + added) - 1 / (m + added) + 1 / (b + added) - 1 / (n + added);
        double logRatio = Math.log((a + added) / (m + added)) - Math.log((b + added) / (n + added));
        return new Lift(logRatio, Math.sqrt(Math.max(0, variance)));
    }

    /** The ratio. */
    public double ratio() {
        return Math.exp(logRatio);
    }

    /** Lower bound of the ratio's 95 % interval. */
    public double low() {
        return Math.exp(logRatio - Z * standardError);
    }

    /** Upper bound of the ratio's 95 % interval. */
    public double high() {
        return Math.exp(logRatio + Z * standardError);
    }

    /** Two-sided p-value of a ratio of 1 (Wald): at most 0.05 if the interval leaves out 1. */
    public double pValue() {
        if (standardError == 0) {
            return logRatio == 0 ? 1 : 0;
        }
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(logRatio) / standardError));
    }
}
