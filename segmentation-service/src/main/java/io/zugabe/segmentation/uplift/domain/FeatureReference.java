package io.zugabe.segmentation.uplift.domain;

import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import java.util.Arrays;
import java.util.List;

/**
 * How a feature was distributed in training: shares of rows between the deciles of a number, or by level of
 * a text; the last bin is of what is missing, the one before it, for texts, of other levels.
 *
 * @param edges upper ends of all bins of numbers but the last
 * @param levels of a text
 * @param shares by bin
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record FeatureReference(String name, boolean text, double[] edges, List<String> levels, double[] shares) {

    private static final int BINS = 10;
    /** Keeps an empty bin from making the index infinite. */
    private static final double LEAST_SHARE = 1e-4;

    static FeatureReference learn(TrainingSet set, int feature, EncodedFeature encoded) {
        double[] edges = encoded.text() ? new double[0] : deciles(set, feature);
        int bins = encoded.text() ? encoded.levels().size() + 2 : edges.length + 2;
        FeatureReference empty =
                new FeatureReference(encoded.name(), encoded.text(), edges, encoded.levels(), new double[bins]);
        set.rows()
                .forEach(row -> empty.shares()[empty.bin(row.cells()[feature])] +=
                        1.0 / set.rows().size());
        return empty;
    }

    private static double[] deciles(TrainingSet set, int feature) {
        double[] sorted = set.rows().stream()
                .mapToDouble(row -> row.cells()[feature].number())
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        double[] edges = new double[BINS - 1];
        for (int i = 1; i < BINS; i++) {
            edges[i - 1] = sorted.length == 0 ? 0 : sorted[(int) ((long) i * sorted.length / BINS)];
        }
        return Arrays.stream(edges).distinct().toArray();
    }

    int bin(Cell cell) {
        int missing = shares.length - 1;
        if (text) {
            int level = levels.indexOf(cell.text());
            return cell.text().isEmpty() ? missing : level < 0 ? missing - 1 : level;
        }
        if (Double.isNaN(cell.number())) {
            return missing;
        }
        int at = Arrays.binarySearch(edges, cell.number());
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Population stability index Σ (p − q) ln(p / q) of counts by bin against training. */
    double stability(long[] counts) {
        double all = Math.max(1, Arrays.stream(counts).sum());
        double index = 0;
        for (int bin = 0; bin < shares.length; bin++) {
            double now = Math.max(LEAST_SHARE, counts[bin] / all);
            double then = Math.max(LEAST_SHARE, shares[bin]);
            index += (now - then) * Math.log(now / then);
        }
        return index;
    }
}
