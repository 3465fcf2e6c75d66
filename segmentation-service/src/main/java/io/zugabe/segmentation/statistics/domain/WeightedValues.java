package io.zugabe.segmentation.statistics.domain;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;

/** Values that count more or less, and their quantiles. */
public final class WeightedValues {

    private final DoubleArrayList values = new DoubleArrayList();
    private final DoubleArrayList weights = new DoubleArrayList();

    public void add(double value, double weight) {
        values.add(value);
        weights.add(weight);
    }

    /**
     * The value below which a share of the weight lies. A value stands at the middle of its own weight, and
     * between two the line is straight.
     *
     * @param share in [0, 1]
     */
    public double quantile(double share) {
        if (values.isEmpty()) {
            throw new IllegalStateException("no values");
        }
        int[] order = new int[values.size()];
        double total = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            total += weights.getDouble(i);
        }
        IntArrays.quickSort(order, (a, b) -> Double.compare(values.getDouble(a), values.getDouble(b)));
        double aim = share * total;
        double below = 0;
        double placeBefore = 0;
        double before = values.getDouble(order[0]);
        for (int i : order) {
            double place = below + weights.getDouble(i) / 2;
            double value = values.getDouble(i);
            if (place >= aim) {
                double width = place - placeBefore;
                return width <= 0 ? value : before + (value - before) * Math.max(0, aim - placeBefore) / width;
            }
            below += weights.getDouble(i);
            placeBefore = place;
            before = value;
        }
        return before;
    }
}
