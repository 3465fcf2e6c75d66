package io.zugabe.segmentation.uplift.domain;

import java.util.stream.IntStream;

/**
 * The data of an experiment that effects are learned from.
 *
 * @param table what was known of each row before it was treated
 * @param propensity chance of each row to be treated, within {@link #LEAST_PROPENSITY} of 0 and 1
 * @param binary whether outcomes are 0 and 1
 */
@SuppressWarnings("ArrayRecordComponent") // columns of many rows, never compared
public record Trial(FeatureTable table, Observations observations, double[] propensity, boolean binary) {

    /**
     * Propensities nearer to 0 or 1 are moved here: a row that was treated against odds of 1 to 99 would
     * otherwise outweigh hundreds of others (Crump et al. 2009 discuss such bounds).
     */
    public static final double LEAST_PROPENSITY = 0.01;

    /** Moves propensities that are too near to 0 or 1. */
    public static double[] clip(double[] propensity) {
        double[] clipped = new double[propensity.length];
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.clamp(propensity[i], LEAST_PROPENSITY, 1 - LEAST_PROPENSITY);
        }
        return clipped;
    }

    /**
     * Weights that undo different chances to be in an arm: inverse propensities, on average 1 within each
     * arm, so that they are all 1 if chances do not differ.
     */
    public static double[] inverseWeights(boolean[] treated, double[] propensity) {
        double[] weight = new double[treated.length];
        double[] sum = new double[2];
        int[] rows = new int[2];
        for (int i = 0; i < weight.length; i++) {
            int arm = treated[i] ? 1 : 0;
            weight[i] = 1 / (treated[i] ? propensity[i] : 1 - propensity[i]);
            sum[arm] += weight[i];
            rows[arm]++;
        }
        for (int i = 0; i < weight.length; i++) {
            int arm = treated[i] ? 1 : 0;
            weight[i] *= rows[arm] / sum[arm];
        }
        // equal chances give weights of exactly 1
        for (int i = 0; i < weight.length; i++) {
            weight[i] = Math.abs(weight[i] - 1) < 1e-12 ? 1 : weight[i];
        }
        return weight;
    }

    /** Number of rows. */
    public int size() {
        return propensity.length;
    }

    /** Some of the rows. */
    public Trial select(int[] rows) {
        double[] selected =
                IntStream.of(rows).mapToDouble(row -> propensity[row]).toArray();
        return new Trial(table.select(rows), observations.select(rows), selected, binary);
    }

    /** The rows of one arm. */
    Trial arm(boolean treated) {
        return select(IntStream.range(0, size())
                .filter(row -> observations.treated()[row] == treated)
                .toArray());
    }

    /** Mean chance to be treated. */
    double meanPropensity() {
        double sum = 0;
        for (double each : propensity) {
            sum += each;
        }
        return sum / size();
    }
}
