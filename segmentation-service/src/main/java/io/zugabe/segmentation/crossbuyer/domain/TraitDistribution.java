package io.zugabe.segmentation.crossbuyer.domain;

import java.util.Arrays;
import java.util.List;

/**
 * How a trait is spread among peers, with the noise of measurement taken out: the prior of everybody's own
 * trait (empirical Bayes). The form is free, so a small group far from the others is not mistaken for the
 * tail of one curve.
 */
public final class TraitDistribution {

    /** Peers above this quantile stand out. */
    static final double BORDER = 0.9;

    private final double[] values;
    private final double[] spreads;
    /** Of value i and spread j at i × spreads + j; positive, adds up to 1. */
    private final double[] weights;

    private final double[] marginal;
    private final double border;
    private final double median;

    /**
     * A distribution.
     *
     * @param values ascending
     * @param spreads ascending; one if the trait has no spread
     * @param weights one of each pair, spreads running faster; not negative, with a positive sum
     */
    public TraitDistribution(List<Double> values, List<Double> spreads, List<Double> weights) {
        this(array(values), array(spreads), array(weights));
    }

    TraitDistribution(double[] values, double[] spreads, double[] weights) {
        if (values.length == 0 || weights.length != values.length * spreads.length) {
            throw new IllegalArgumentException("%d values and %d spreads do not go with %d weights"
                    .formatted(values.length, spreads.length, weights.length));
        }
        double all = Arrays.stream(weights).sum();
        // what was divided before stays the same to the last bit, however often it is kept and read
        double sum = Math.abs(all - 1) < 1e-12 ? 1 : all;
        this.values = values.clone();
        this.spreads = spreads.clone();
        this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        this.marginal = new double[values.length];
        for (int i = 0; i < weights.length; i++) {
            marginal[i / spreads.length] += this.weights[i];
        }
        this.border = quantile(BORDER);
        this.median = quantile(0.5);
    }

    /** The value that 9 of 10 peers do not exceed. */
    public double border() {
        return border;
    }

    /** The value that half of the peers do not exceed. */
    public double median() {
        return median;
    }

    /** The values with weights, ascending. */
    public List<Double> values() {
        return Arrays.stream(values).boxed().toList();
    }

    /** The spreads, ascending. */
    public List<Double> spreads() {
        return Arrays.stream(spreads).boxed().toList();
    }

    /** The weights, spreads running faster. */
    public List<Double> weights() {
        return Arrays.stream(weights).boxed().toList();
    }

    private double quantile(double probability) {
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            below += marginal[i];
            if (below >= probability) {
                return values[i];
            }
        }
        return values[values.length - 1];
    }

    /** What is known of a customer's trait after a measurement. */
    Posterior given(Measurement measurement) {
        double[] posterior = new double[values.length];
        double[] logs = logLikelihoods(measurement, values, spreads);
        double largest = Arrays.stream(logs).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double mass = weights[i] * Math.exp(logs[i] - largest);
            posterior[i / spreads.length] += mass;
            sum += mass;
        }
        double[] support = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            posterior[i] /= sum;
            support[i] = marginal[i] > 0 ? posterior[i] / marginal[i] : 0;
        }
        return Posterior.of(values, posterior, support);
    }

    static double[] logLikelihoods(Measurement measurement, double[] values, double[] spreads) {
        double[] logs = new double[values.length * spreads.length];
        if (!measurement.empty()) {
            for (int i = 0; i < logs.length; i++) {
                logs[i] = measurement.logLikelihood(values[i / spreads.length], spreads[i % spreads.length]);
            }
        }
        return logs;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
