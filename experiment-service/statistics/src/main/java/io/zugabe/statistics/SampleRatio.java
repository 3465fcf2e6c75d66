package io.zugabe.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Sample ratio mismatch: whether units were split as planned (Fabijan et al.: Diagnosing Sample Ratio Mismatch in Online
 * Controlled Experiments, KDD 2019). If not, units were lost in one arm rather than another, and no result of the
 * experiment can be believed.
 */
public final class SampleRatio {

    /** Below this nobody should believe in chance. */
    public static final double ALARM = 0.001;

    private SampleRatio() {}

    /**
     * Pearson's chi-squared test of the counts against the weights.
     *
     * @param units seen in each arm, at least 0
     * @param weights of the arms, at least 0, in any unit. Arms with weight 0 are left out
     * @return chance of a split at least this far off; 1 without units or with fewer than two arms
     */
    public static double pValue(long[] units, double[] weights) {
        if (units.length != weights.length) {
            throw new IllegalArgumentException("there must be a weight for each arm; got %d arms and %d weights"
                    .formatted(units.length, weights.length));
        }
        long seen = 0;
        double weight = 0;
        int arms = 0;
        for (int i = 0; i < units.length; i++) {
            if (weights[i] > 0) {
                seen += units[i];
                weight += weights[i];
                arms++;
            }
        }
        if (seen == 0 || arms < 2) {
            return 1;
        }
        double statistic = 0;
        for (int i = 0; i < units.length; i++) {
            if (weights[i] > 0) {
                double expected = weights[i] / weight * seen;
                statistic += (units[i] - expected) * (units[i] - expected) / expected;
            }
        }
        return ChiSquaredDistribution.of(arms - 1).survivalProbability(statistic);
    }
}
