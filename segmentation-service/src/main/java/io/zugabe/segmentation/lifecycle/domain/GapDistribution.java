package io.zugabe.segmentation.lifecycle.domain;

import java.util.Collection;

/**
 * How long customers wait between orders. Each customer's gaps are exponential at a rate of their own, and
 * rates are gamma among customers, as in the Pareto/NBD family (Schmittlein, Morrison, Colombo, Management
 * Science 33, 1987). The next gap of a customer with n gaps of t days in all is then Lomax:
 * P(gap > g) = ((β + t) / (β + t + g))^(α + n). With few gaps of their own a customer counts as the others.
 *
 * @param shape α, above 0
 * @param scale β, in days, above 0
 */
public record GapDistribution(double shape, double scale) {

    /** Where nothing is known yet: a gap of 90 days in the mean, and customers who differ much. */
    public static final GapDistribution UNKNOWN = new GapDistribution(2, 90);

    private static final double LEAST_SHAPE = 1.1;
    private static final double GREATEST_SHAPE = 50;
    private static final int LEAST_CUSTOMERS = 30;

    /**
     * Learns from customers with three gaps or more, by the moments of their rates: of n exponential gaps of t
     * days in all, (n − 1) / t is unbiased for the rate λ, with the variance λ² / (n − 2).
     */
    public static GapDistribution learn(Collection<Rhythm> rhythms) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        double noise = 0;
        int customers = 0;
        for (Rhythm rhythm : rhythms) {
            double days = Math.max(1, rhythm.gapDays());
            if (rhythm.gaps() >= 3) {
                double rate = (rhythm.gaps() - 1) / days;
                weights++;
                sum += rate;
                squares += rate * rate;
                // E[rate²] = λ² (n − 1) / (n − 2), so this has the mean λ² / (n − 2)
                noise += rate * rate / (rhythm.gaps() - 1);
                customers++;
            }
        }
        if (customers < LEAST_CUSTOMERS) {
            return UNKNOWN;
        }
        double mean = sum / weights;
        double variance = squares / weights - mean * mean - noise / weights;
        double shape = variance > 0 ? Math.clamp(mean * mean / variance, LEAST_SHAPE, GREATEST_SHAPE) : GREATEST_SHAPE;
        return new GapDistribution(shape, shape / mean);
    }

    /** Days that half of the first gaps last at most. */
    public double median() {
        return quantile(new Rhythm(1, null, null), 0.5);
    }

    /**
     * The number of days that a customer's next gap exceeds with a probability.
     *
     * @param probability in (0, 1)
     */
    public double quantile(Rhythm rhythm, double probability) {
        double all = scale + rhythm.gapDays();
        return all * (Math.pow(probability, -1 / (shape + rhythm.gaps())) - 1);
    }
}
