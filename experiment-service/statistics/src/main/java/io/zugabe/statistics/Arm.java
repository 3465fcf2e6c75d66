package io.zugabe.statistics;

/**
 * What a metric is in one arm.
 *
 * @param units in this arm
 * @param value the estimate, adjusted where {@link Cuped} did so
 * @param variance of the estimate times {@code units}: that of a single unit
 * @param raw the estimate before adjustment, which relative differences are relative to
 * @param rawVariance of {@code raw}, times {@code units}
 * @param covariance of {@code value} and {@code raw}, times {@code units}
 * @param expected where the derivative of a relative difference is taken: {@code raw} for means, whose adjustment has an
 *     expectation of 0, {@code value} for ratios, whose adjustment has not
 */
public record Arm(
        long units, double value, double variance, double raw, double rawVariance, double covariance, double expected) {

    /** An estimate that nothing was taken off. */
    public static Arm unadjusted(long units, double value, double variance) {
        return new Arm(units, value, variance, value, variance, variance, value);
    }

    /** The mean of the only variable: of money per unit, or the proportion of units that did something. */
    public static Arm mean(Moments moments) {
        return unadjusted(moments.units(), moments.mean(0), moments.variance(0));
    }

    /**
     * The ratio of the sums of the first two variables, such as order value: money by orders while customers are the
     * units. By the delta method (Deng, Knoblich, Lu: Applying the Delta Method in Metric Analytics, KDD 2018, eq. 4).
     *
     * @return value 0 and variance 0 if the denominator's sum is 0
     */
    public static Arm ratio(Moments moments) {
        Ratio ratio = Ratio.of(moments, 0, 1);
        return unadjusted(moments.units(), ratio.value(), moments.variance(ratio.gradient(2)));
    }

    /**
     * A quantile, from order statistics around it.
     *
     * @param units events or units counted
     * @param evaluated units the bounds were computed for; usually all
     * @param estimate the sample's quantile
     * @param lower order statistic at the lower end of its interval of 95 %
     * @param upper order statistic at its upper end
     * @see <a href="https://arxiv.org/abs/2103.06476">for its use in sequences; the variance is that of a normal
     *     distribution with this interval</a>
     */
    public static Arm quantile(long units, long evaluated, double estimate, double lower, double upper) {
        double halfWidths = (upper - lower) / (2 * Normal.quantile(0.975));
        double variance = units <= 1 ? 0 : (double) evaluated / units * (units - 1) * halfWidths * halfWidths;
        return unadjusted(units, estimate, units < 100 ? variance : Math.max(variance, 1e-5));
    }

    /** The standard error of the estimate. */
    public double standardError() {
        return Math.sqrt(variance / units);
    }
}
