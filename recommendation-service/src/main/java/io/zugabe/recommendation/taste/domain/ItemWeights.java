package io.zugabe.recommendation.taste.domain;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * What a product in a basket says about others: per product the weights that change scores most, as one
 * array after the other. Immutable. A weight takes 8 bytes, a product 4 more.
 */
public final class ItemWeights {

    /** Where the row of each product begins in the other two; one more for the end of the last. */
    private final int[] starts;

    private final int[] targets;
    private final float[] weights;

    ItemWeights(int[] starts, int[] targets, float[] weights) {
        this.starts = starts;
        this.targets = targets;
        this.weights = weights;
    }

    /** Of products that say nothing about others. */
    public static ItemWeights none(int products) {
        return new ItemWeights(new int[products + 1], new int[0], new float[0]);
    }

    /** Number of products. */
    public int products() {
        return starts.length - 1;
    }

    /** Number of weights. */
    public int size() {
        return targets.length;
    }

    /** Memory that they take. */
    public long bytes() {
        return 8L * targets.length + 4L * starts.length;
    }

    /** The weight of one product for another; 0 if it is not kept. */
    public float weight(int product, int target) {
        int at = Arrays.binarySearch(targets, starts[product], starts[product + 1], target);
        return at < 0 ? 0 : weights[at];
    }

    /** Takes a weight. */
    @FunctionalInterface
    public interface Taker {
        void take(int target, float weight);
    }

    /** Hands out the weights of a product, by the place of what they are for. */
    public void forEach(int product, Taker taker) {
        for (int at = starts[product]; at < starts[product + 1]; at++) {
            taker.take(targets[at], weights[at]);
        }
    }

    /** The same with only the largest weights of each product. */
    ItemWeights strongest(int most) {
        Builder rows = new Builder(products(), most);
        for (int product = 0; product < products(); product++) {
            int from = starts[product];
            rows.addRow(
                    Arrays.copyOfRange(targets, from, starts[product + 1]),
                    Arrays.copyOfRange(weights, from, starts[product + 1]));
        }
        return rows.build();
    }

    int[] starts() {
        return starts;
    }

    int[] targets() {
        return targets;
    }

    float[] weights() {
        return weights;
    }

    /** Collects rows in the order of products. */
    static final class Builder {

        private final int most;
        private final int[] starts;
        private final IntArrayList targets = new IntArrayList();
        private final FloatArrayList weights = new FloatArrayList();
        private int rows;

        /**
         * @param most weights kept per product: the largest by amount, of equal ones those of lower places
         */
        Builder(int products, int most) {
            this.most = most;
            this.starts = new int[products + 1];
        }

        /**
         * Adds the row of the next product; entries of 0 are left out.
         *
         * @param places what the entries are for, ascending
         */
        void addRow(int[] places, float[] row) {
            float least = least(row);
            int equal = most - above(row, least);
            for (int at = 0; at < row.length; at++) {
                float size = Math.abs(row[at]);
                if (size > least || (size == least && size > 0 && equal-- > 0)) {
                    add(places[at], row[at]);
                }
            }
            endRow();
        }

        /** Adds a weight to the next row; places ascend. */
        void add(int target, float weight) {
            targets.add(target);
            weights.add(weight);
        }

        void endRow() {
            starts[++rows] = targets.size();
        }

        ItemWeights build() {
            return new ItemWeights(starts, targets.toIntArray(), weights.toFloatArray());
        }

        /** The amount of the last weight that is kept. */
        private float least(float[] row) {
            if (row.length <= most) {
                return 0;
            }
            float[] sizes = new float[row.length];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(row[i]);
            }
            Arrays.sort(sizes);
            return sizes[sizes.length - most];
        }

        private static int above(float[] row, float least) {
            int above = 0;
            for (float weight : row) {
                above += Math.abs(weight) > least ? 1 : 0;
            }
            return above;
        }
    }
}
