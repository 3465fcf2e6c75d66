package io.zugabe.statistics;

/**
 * Intervals that hold at every look at once: the chance that one of them ever misses the truth is at most alpha, however
 * often somebody looks and whenever they stop. Asymptotic confidence sequences of Waudby-Smith, Arbour, Sinha, Kennedy,
 * Ramdas: Time-uniform central limit theory and asymptotic confidence sequences, arXiv 2103.06476v7.
 *
 * @param side which differences count
 * @param alpha in (0, 0.5)
 * @param rho how the width is spread over time: narrowest about the size it was tuned to, see {@link #tuned}
 */
public record ConfidenceSequence(Side side, double alpha, double rho) {

    /**
     * Tuned to be narrowest about a number of units (eq. 161; one-sided: with twice the alpha).
     *
     * @param alpha in (0, 0.5)
     * @param units of both arms at which it should be narrowest, above 0; 5,000 does well from 500 to 500,000
     */
    public static ConfidenceSequence tuned(Side side, double alpha, double units) {
        if (!(alpha > 0 && alpha < 0.5) || !(units > 0)) {
            throw new IllegalArgumentException(
                    "alpha must be in (0, 0.5), got %s; units above 0, got %s".formatted(alpha, units));
        }
        double log = -2 * Math.log(side == Side.BOTH ? alpha : 2 * alpha);
        return new ConfidenceSequence(side, alpha, Math.sqrt((log + Math.log(log + 1)) / units));
    }

    /**
     * Reads a difference at any time. The p-value is always valid, too: the smallest it ever was may be believed.
     *
     * @param tested the difference that is assumed, usually 0
     */
    public TestResult test(Difference difference, double tested) {
        double halfWidth = halfWidth(difference.variance() * difference.units(), difference.units());
        return new TestResult(pValue(difference, tested), Interval.around(difference.estimate(), halfWidth, side));
    }

    /**
     * Half the width (eq. 9; one-sided eq. 134).
     *
     * @param variance of a single unit, so that {@code variance / units} is that of the estimate
     */
    double halfWidth(double variance, double units) {
        double scaled = units * rho * rho + 1;
        double log =
                side == Side.BOTH ? Math.log(Math.sqrt(scaled) / alpha) : Math.log1p(Math.sqrt(scaled) / (2 * alpha));
        return Math.sqrt(variance) * Math.sqrt(2 * scaled * log) / (units * rho);
    }

    private double pValue(Difference difference, double tested) {
        double z = (difference.estimate() - tested) / difference.standardError();
        double scaled = difference.units() * rho * rho + 1;
        // the squared estimate over its variance, times how much of it the mixture sees
        double evidence = z * z * (scaled - 1) / (2 * scaled);
        return switch (side) {
            case BOTH -> Math.min(1, Math.sqrt(scaled) * Math.exp(-evidence));
            case GREATER -> oneSided(z, evidence, scaled);
            case LESS -> oneSided(-z, evidence, scaled);
        };
    }

    private static double oneSided(double z, double evidence, double scaled) {
        // eq. 134 solved for the alpha at which the bound is reached
        return z <= 0 ? 1 : Math.min(1, Math.sqrt(scaled) / (2 * Math.expm1(evidence)));
    }
}
