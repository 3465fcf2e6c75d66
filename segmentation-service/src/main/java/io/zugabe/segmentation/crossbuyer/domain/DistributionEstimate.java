package io.zugabe.segmentation.crossbuyer.domain;

import java.util.Arrays;
import java.util.List;

/**
 * The spread of a trait among peers from their noisy measurements: maximum likelihood over the grid by EM
 * (Laird, JASA 73, 1978; Koenker and Mizera, JASA 109, 2014), smoothed after each step (Silverman, Jones,
 * Wilson, Nychka, JRSS B 52, 1990), since the unsmoothed estimate is a handful of spikes. Deterministic.
 */
final class DistributionEstimate {

    private static final int STEPS = 150;
    /** Share of a value's weight that goes to each of its neighbours in one step. */
    private static final double SMOOTHING = 0.002;
    /** Of all weight, spread evenly, so that nothing is impossible. */
    private static final double FLOOR = 1e-6;

    private final double[] values;
    private final double[] spreads;

    DistributionEstimate(CrossBuyerType type) {
        this.values = TraitGrid.values(type);
        this.spreads = TraitGrid.spreads(type);
    }

    /** The distribution; even if there are no measurements. */
    TraitDistribution of(List<? extends Measurement> measurements) {
        float[][] likelihoods = measurements.stream()
                .filter(measurement -> !measurement.empty())
                .map(this::likelihoods)
                .toArray(float[][]::new);
        double[] weights = new double[values.length * spreads.length];
        Arrays.fill(weights, 1.0 / weights.length);
        for (int step = 0; step < STEPS && likelihoods.length > 0; step++) {
            weights = smoothed(step(weights, likelihoods));
        }
        double floor = FLOOR / weights.length;
        return new TraitDistribution(
                values,
                spreads,
                Arrays.stream(weights).map(weight -> weight + floor).toArray());
    }

    private float[] likelihoods(Measurement measurement) {
        double[] logs = TraitDistribution.logLikelihoods(measurement, values, spreads);
        double largest = Arrays.stream(logs).max().orElse(0);
        float[] likelihoods = new float[logs.length];
        for (int i = 0; i < logs.length; i++) {
            likelihoods[i] = (float) Math.exp(logs[i] - largest);
        }
        return likelihoods;
    }

    private static double[] step(double[] weights, float[][] likelihoods) {
        double[] next = new double[weights.length];
        double[] masses = new double[weights.length];
        for (float[] likelihood : likelihoods) {
            double sum = 0;
            for (int i = 0; i < masses.length; i++) {
                masses[i] = weights[i] * likelihood[i];
                sum += masses[i];
            }
            if (sum > 0) {
                double scale = 1 / (sum * likelihoods.length);
                for (int i = 0; i < masses.length; i++) {
                    next[i] += masses[i] * scale;
                }
            }
        }
        return next;
    }

    private double[] smoothed(double[] weights) {
        double[] smoothed = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            int value = i / spreads.length;
            int spread = i % spreads.length;
            double given = 0;
            if (value > 0) {
                smoothed[i - spreads.length] += SMOOTHING * weights[i];
                given += SMOOTHING;
            }
            if (value < values.length - 1) {
                smoothed[i + spreads.length] += SMOOTHING * weights[i];
                given += SMOOTHING;
            }
            if (spread > 0) {
                smoothed[i - 1] += SMOOTHING * weights[i];
                given += SMOOTHING;
            }
            if (spread < spreads.length - 1) {
                smoothed[i + 1] += SMOOTHING * weights[i];
                given += SMOOTHING;
            }
            smoothed[i] += (1 - given) * weights[i];
        }
        return smoothed;
    }
}
