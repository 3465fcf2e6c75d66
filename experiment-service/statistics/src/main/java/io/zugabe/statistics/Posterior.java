package io.zugabe.statistics;

/**
 * What to believe of a difference, as a normal distribution.
 *
 * @param mean the expected difference
 * @param deviation its standard deviation, above 0
 */
public record Posterior(double mean, double deviation) {

    /**
     * Without an opinion beforehand.
     *
     * @param difference as it was measured
     */
    public static Posterior flat(Difference difference) {
        return new Posterior(difference.estimate(), difference.standardError());
    }

    /**
     * With an opinion beforehand that effects are small: precision-weighted mean of both (Gelman et al.: Bayesian Data
     * Analysis, 3rd ed., eq. 2.12). The prior is of the same kind as the difference, relative or absolute.
     *
     * @param priorMean usually 0
     * @param priorVariance above 0; 0.09 for relative differences says that two thirds of all effects are within ±30 %
     */
    public static Posterior of(Difference difference, double priorMean, double priorVariance) {
        double precision = 1 / priorVariance + 1 / difference.variance();
        double mean = (priorMean / priorVariance + difference.estimate() / difference.variance()) / precision;
        return new Posterior(mean, Math.sqrt(1 / precision));
    }

    /** The interval that holds the difference with a probability of {@code 1 − alpha}. */
    public Interval interval(double alpha) {
        return Interval.around(mean, Normal.quantile(1 - alpha / 2) * deviation, Side.BOTH);
    }

    /** The probability that the treatment is above control. */
    public double chanceAbove() {
        return Normal.above(-mean / deviation);
    }

    /** What is lost on average by taking the treatment, {@code E[max(−difference, 0)]}. */
    public double riskOfTreatment() {
        return expectedLoss(-mean);
    }

    /** What is lost on average by staying with control, {@code E[max(difference, 0)]}. */
    public double riskOfControl() {
        return expectedLoss(mean);
    }

    private double expectedLoss(double gain) {
        double z = gain / deviation;
        return Math.max(0, gain * Normal.below(z) + deviation * Normal.density(z));
    }
}
