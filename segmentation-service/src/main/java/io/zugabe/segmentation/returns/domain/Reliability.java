package io.zugabe.segmentation.returns.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How what was said compares with what came, on lines that the model had not seen.
 *
 * @param bins ten with as many lines each, lowest prediction first; fewer if there are few lines
 * @param brier mean squared difference of prediction and outcome
 * @param brierOfBaseRate the same if every line is given the rate of the lines learned from
 * @param gain by how much the first is smaller
 * @param gainLow lower bound of the gain's 95 % interval, customers drawn as a whole
 * @param gainHigh upper bound of it
 */
public record Reliability(
        long lines,
        List<Bin> bins,
        double brier,
        double brierOfBaseRate,
        double gain,
        double gainLow,
        double gainHigh) {

    /**
     * Lines with similar predictions.
     *
     * @param predicted mean of what was said
     * @param actual share that came back
     * @param low lower bound of its 95 % interval (Wilson)
     * @param high upper bound of it
     */
    public record Bin(long lines, double predicted, double actual, double low, double high) {

        static Bin of(double[] predicted, double[] actual, Integer[] those) {
            double saidSum = 0;
            double cameSum = 0;
            for (int i : those) {
                saidSum += predicted[i];
                cameSum += actual[i];
            }
            double n = those.length;
            double share = cameSum / n;
            double square = Z * Z / n;
            double centre = share + square / 2;
            double width = Z * Math.sqrt(share * (1 - share) / n + square / (4 * n));
            return new Bin(
                    those.length,
                    saidSum / n,
                    share,
                    Math.max(0, (centre - width) / (1 + square)),
                    Math.min(1, (centre + width) / (1 + square)));
        }
    }

    private static final double Z = 1.959963984540054;
    private static final int BINS = 10;
    private static final int FEWEST_IN_BIN = 20;

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Compares.
     *
     * @param customer by line, whose it is: a customer's lines are not independent
     * @param baseRate what would be said without a model
     */
    static Reliability of(double[] predicted, double[] actual, int[] customer, double baseRate) {
        double[] gains = new double[Arrays.stream(customer).max().orElse(-1) + 1];
        boolean[] seen = new boolean[gains.length];
        double brier = 0;
        double base = 0;
        for (int i = 0; i < predicted.length; i++) {
            double ofModel = (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
            double ofBase = (baseRate - actual[i]) * (baseRate - actual[i]);
            brier += ofModel;
            base += ofBase;
            gains[customer[i]] += ofBase - ofModel;
            seen[customer[i]] = true;
        }
        double n = Math.max(1, predicted.length);
        double deviation = clusterDeviation(gains, seen, (base - brier) / n, customer) / n;
        double gain = (base - brier) / n;
        return new Reliability(
                predicted.length,
                bins(predicted, actual),
                brier / n,
                base / n,
                gain,
                gain - Z * deviation,
                gain + Z * deviation);
    }

    /** Of the sum of gains, with customers as the independent units. */
    private static double clusterDeviation(double[] gains, boolean[] seen, double mean, int[] customer) {
        int[] lines = new int[gains.length];
        for (int each : customer) {
            lines[each]++;
        }
        double squares = 0;
        int clusters = 0;
        for (int i = 0; i < gains.length; i++) {
            if (seen[i]) {
                double residual = gains[i] - mean * lines[i];
                squares += residual * residual;
                clusters++;
            }
        }
        return clusters < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares * clusters / (clusters - 1));
    }

    private static List<Bin> bins(double[] predicted, double[] actual) {
        Integer[] order = new Integer[predicted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(predicted[a], predicted[b]));
        int number = Math.clamp(order.length / FEWEST_IN_BIN, 0, BINS);
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < number; bin++) {
            bins.add(Bin.of(
                    predicted,
                    actual,
                    Arrays.copyOfRange(order, bin * order.length / number, (bin + 1) * order.length / number)));
        }
        return bins;
    }
}
