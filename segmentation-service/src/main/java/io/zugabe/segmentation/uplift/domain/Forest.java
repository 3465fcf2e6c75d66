package io.zugabe.segmentation.uplift.domain;

import java.util.List;

/**
 * Boosted trees: a sum of what each says, on the scale of a probability if it was trained on outcomes 0
 * and 1. Reads like XGBoost: numbers are floats, less than the threshold goes left, what is missing goes
 * where training found best.
 *
 * @param logistic whether the sum is a log-odds
 * @param base what the sum begins with
 */
public record Forest(boolean logistic, float base, List<Tree> trees) {

    public Forest {
        trees = List.copyOf(trees);
    }

    /**
     * A tree; node 0 is the root.
     *
     * @param feature column that a node reads; −1 for a leaf
     * @param threshold of a node, or what a leaf says
     * @param left node for numbers below the threshold
     * @param right node for the others
     * @param missing node for what is missing
     * @param gain how much a node betters the fit in training
     */
    @SuppressWarnings("ArrayRecordComponent") // nodes, never compared
    public record Tree(int[] feature, float[] threshold, int[] left, int[] right, int[] missing, float[] gain) {

        float value(float[] numbers, int from, int columns, float last) {
            int node = 0;
            while (feature[node] >= 0) {
                int column = feature[node];
                float number = column < columns ? numbers[from + column] : last;
                if (Float.isNaN(number)) {
                    node = missing[node];
                } else {
                    node = number < threshold[node] ? left[node] : right[node];
                }
            }
            return threshold[node];
        }
    }

    /** Its answer for a row. */
    public double value(FeatureTable table, int row) {
        return value(table, row, Float.NaN, trees.size());
    }

    /** Its answer for a row with one more column at the end, by its first trees only. */
    double value(FeatureTable table, int row, float last, int most) {
        float sum = base;
        int count = Math.min(most, trees.size());
        for (int i = 0; i < count; i++) {
            sum += trees.get(i).value(table.values(), row * table.columns(), table.columns(), last);
        }
        return logistic ? 1 / (1 + Math.exp(-sum)) : sum;
    }

    /** The first trees alone: what training would have stopped at. */
    public Forest first(int most) {
        return new Forest(logistic, base, trees.subList(0, Math.min(most, trees.size())));
    }

    /** Adds up how much each column betters the fit. */
    void addGain(double[] gainByColumn, double factor) {
        for (Tree tree : trees) {
            for (int node = 0; node < tree.feature().length; node++) {
                int column = tree.feature()[node];
                if (column >= 0 && column < gainByColumn.length) {
                    gainByColumn[column] += factor * tree.gain()[node];
                }
            }
        }
    }
}
