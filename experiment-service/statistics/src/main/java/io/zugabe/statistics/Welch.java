package io.zugabe.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Welch's t-test: two means with variances of their own (Welch, Biometrika 34, 1947). Right for one look at a size that
 * was fixed before; whoever looks again and again finds something that is not there, and needs {@link
 * ConfidenceSequence}.
 */
public final class Welch {

    private Welch() {}

    /**
     * Tests a difference.
     *
     * @param tested the difference that is assumed, usually 0
     * @param alpha in (0, 1); the interval has confidence {@code 1 − alpha}
     */
    public static TestResult test(Difference difference, Side side, double tested, double alpha) {
        TDistribution t = TDistribution.of(difference.degreesOfFreedom());
        double statistic = (difference.estimate() - tested) / difference.standardError();
        double pValue = switch (side) {
            case BOTH -> 2 * t.survivalProbability(Math.abs(statistic));
            case GREATER -> t.survivalProbability(statistic);
            case LESS -> t.cumulativeProbability(statistic);
        };
        double halfWidth =
                t.inverseSurvivalProbability(side == Side.BOTH ? alpha / 2 : alpha) * difference.standardError();
        return new TestResult(pValue, Interval.around(difference.estimate(), halfWidth, side));
    }
}
