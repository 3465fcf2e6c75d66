package io.zugabe.segmentation.audience.domain;

import java.util.stream.IntStream;

/**
 * Holm's correction for many tests (Scandinavian Journal of Statistics 6, 1979). It holds whatever
 * depends on what: the quintiles of one feature exclude each other, so Benjamini and Hochberg's would not.
 */
final class Holm {

    private Holm() {}

    /** The corrected p-values, in the order given. */
    static double[] adjust(double[] pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted((i, j) -> Double.compare(pValues[i], pValues[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double reached = 0;
        for (int rank = 0; rank < order.length; rank++) {
            reached = Math.max(reached, Math.min(1, pValues[order[rank]] * (order.length - rank)));
            adjusted[order[rank]] = reached;
        }
        return adjusted;
    }
}
