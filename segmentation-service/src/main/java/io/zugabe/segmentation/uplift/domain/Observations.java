package io.zugabe.segmentation.uplift.domain;

import java.util.Arrays;

/**
 * What came of an experiment, row by row. Arrays are not copied: whoever hands them over leaves them alone.
 *
 * @param treated whether the row was treated
 * @param outcome what came of it
 * @param weight how much the row counts: 1, or the inverse of the chance to be in its arm
 */
@SuppressWarnings("ArrayRecordComponent") // columns of many rows, never compared
public record Observations(boolean[] treated, double[] outcome, double[] weight) {

    public Observations {
        if (treated.length != outcome.length || treated.length != weight.length) {
            throw new IllegalArgumentException("columns of different length: " + treated.length + " treated, "
                    + outcome.length + " outcomes, " + weight.length + " weights");
        }
    }

    /** Rows that all count the same. */
    public static Observations of(boolean[] treated, double[] outcome) {
        double[] weight = new double[treated.length];
        Arrays.fill(weight, 1);
        return new Observations(treated, outcome, weight);
    }

    /**
     * Rows with 0 and 1 for outcome and treatment.
     *
     * @throws IllegalArgumentException if either has another value, or not both of them
     */
    public static Observations ofBinary(int[] treatment, int[] outcome) {
        requireBinary("treatment", treatment);
        requireBinary("outcome", outcome);
        boolean[] treated = new boolean[treatment.length];
        double[] outcomes = new double[outcome.length];
        for (int i = 0; i < treatment.length; i++) {
            treated[i] = treatment[i] == 1;
            outcomes[i] = outcome[i];
        }
        return of(treated, outcomes);
    }

    private static void requireBinary(String name, int[] values) {
        int[] distinct = Arrays.stream(values).distinct().sorted().toArray();
        if (!Arrays.equals(distinct, new int[] {0, 1})) {
            throw new IllegalArgumentException(
                    name + " must have the values 0 and 1, both of them; it has " + Arrays.toString(distinct));
        }
    }

    /** Number of rows. */
    public int size() {
        return treated.length;
    }

    /** Number of rows of one arm. */
    public int size(boolean arm) {
        int size = 0;
        for (boolean each : treated) {
            size += each == arm ? 1 : 0;
        }
        return size;
    }

    /** Some of the rows, in the order given. */
    public Observations select(int[] rows) {
        boolean[] arms = new boolean[rows.length];
        double[] outcomes = new double[rows.length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            arms[i] = treated[rows[i]];
            outcomes[i] = outcome[rows[i]];
            weights[i] = weight[rows[i]];
        }
        return new Observations(arms, outcomes, weights);
    }

    /** Weighted mean outcome of one arm; NaN if it has no rows. */
    public double mean(boolean arm) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < treated.length; i++) {
            if (treated[i] == arm) {
                sum += weight[i] * outcome[i];
                weights += weight[i];
            }
        }
        return sum / weights;
    }
}
