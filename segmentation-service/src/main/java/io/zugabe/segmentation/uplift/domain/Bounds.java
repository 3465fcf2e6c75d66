package io.zugabe.segmentation.uplift.domain;

import java.util.Arrays;

/** The bounds of an interval. */
public record Bounds(double low, double high) {

    /**
     * The interval between percentiles that leaves out as many values below as above.
     *
     * @param level share of the values inside, in (0, 1)
     */
    static Bounds ofPercentiles(double[] values, double level) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double tail = (1 - level) / 2;
        return new Bounds(quantile(sorted, tail), quantile(sorted, 1 - tail));
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
