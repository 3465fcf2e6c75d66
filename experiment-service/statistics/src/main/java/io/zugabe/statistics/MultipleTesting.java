package io.zugabe.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** What p-values become when several questions are asked at once: of twenty true nothings one looks like something. */
public final class MultipleTesting {

    private MultipleTesting() {}

    /**
     * Bounds the chance of a single false alarm among all (Holm, Scandinavian Journal of Statistics 6, 1979).
     *
     * @param pValues in [0, 1]
     * @return adjusted ones, in the same order, none below its own
     */
    public static double[] holm(double[] pValues) {
        int m = pValues.length;
        int[] order = ascending(pValues);
        double[] adjusted = new double[m];
        double largest = 0;
        for (int rank = 0; rank < m; rank++) {
            largest = Math.max(largest, Math.min(1, (m - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }

    /**
     * Bounds the share of false alarms among all alarms (Benjamini, Hochberg, JRSS B 57, 1995).
     *
     * @param pValues in [0, 1]
     * @return adjusted ones, in the same order, none below its own
     */
    public static double[] benjaminiHochberg(double[] pValues) {
        int m = pValues.length;
        int[] order = ascending(pValues);
        double[] adjusted = new double[m];
        double smallest = 1;
        for (int rank = m - 1; rank >= 0; rank--) {
            smallest = Math.min(smallest, pValues[order[rank]] * m / (rank + 1));
            adjusted[order[rank]] = smallest;
        }
        return adjusted;
    }

    private static int[] ascending(double[] pValues) {
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
