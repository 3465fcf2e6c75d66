package io.zugabe.segmentation.value.domain;

import io.zugabe.segmentation.statistics.domain.VarianceComponents;
import io.zugabe.segmentation.statistics.domain.WeightedValues;
import java.util.Arrays;
import java.util.List;

/**
 * How order values are distributed over customers, which a customer's own few orders are seen against. The
 * population speaks in a customer's percentiles as if it were {@code weight} orders of theirs; the weight is
 * the variance of ln(value) within customers over that between them, as in the best linear estimate of a
 * customer's mean.
 *
 * @param percentiles the 5th, 10th … 95th percentile, every customer counting the same
 * @param weight so many orders the population is worth, in [0.5, 20]
 */
public record OrderValues(List<Double> percentiles, double weight) {

    private static final int STEPS = 20;
    private static final double LEAST_WEIGHT = 0.5;
    private static final double MOST_WEIGHT = 20;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.9;

    public OrderValues {
        if (percentiles.size() != STEPS - 1) {
            throw new IllegalArgumentException("19 percentiles, not " + percentiles.size());
        }
        percentiles = List.copyOf(percentiles);
    }

    /**
     * The distribution of these customers' orders.
     *
     * @param customers the order values of each; values of 0 or less are left out; one must be above
     */
    public static OrderValues of(List<double[]> customers) {
        WeightedValues population = new WeightedValues();
        VarianceComponents logs = new VarianceComponents();
        for (double[] values : customers) {
            double[] positive = positive(values);
            for (double value : positive) {
                population.add(value, 1.0 / positive.length);
            }
            logs.add(Arrays.stream(positive).map(Math::log).toArray());
        }
        Double[] percentiles = new Double[STEPS - 1];
        for (int i = 0; i < percentiles.length; i++) {
            percentiles[i] = population.quantile((i + 1.0) / STEPS);
        }
        double weight = Math.clamp(logs.within() / logs.between(), LEAST_WEIGHT, MOST_WEIGHT);
        return new OrderValues(List.of(percentiles), Double.isNaN(weight) ? MOST_WEIGHT : weight);
    }

    /** What a customer with these orders is used to spend; values of 0 or less are left out. */
    public SpendingLimit limit(double[] own) {
        double[] positive = positive(own);
        WeightedValues values = new WeightedValues();
        for (double percentile : percentiles) {
            values.add(percentile, weight / percentiles.size());
        }
        for (double value : positive) {
            values.add(value, 1);
        }
        return new SpendingLimit(values.quantile(MEDIAN), values.quantile(HIGH), positive.length);
    }

    private static double[] positive(double[] values) {
        return Arrays.stream(values).filter(value -> value > 0).toArray();
    }
}
