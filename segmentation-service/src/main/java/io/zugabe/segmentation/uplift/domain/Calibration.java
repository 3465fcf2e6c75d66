package io.zugabe.segmentation.uplift.domain;

/**
 * What rows with a score have on average, as a straight line with its standard error: the best linear
 * predictor of Chernozhukov, Demirer, Duflo and Fernández-Val (2018, section 3.1) when fitted to doubly
 * robust pseudo-outcomes by scores that were cross-fitted; errors by the sandwich of Huber and White.
 *
 * @param center mean score
 * @param level average at the mean score
 * @param slope change per unit of score; 1 if scores are as large as what they stand for
 */
public record Calibration(
        double center, double level, double slope, double varianceLevel, double covariance, double varianceSlope) {

    /** Fits the line; flat if scores do not differ. */
    public static Calibration fit(double[] scores, double[] values) {
        int n = scores.length;
        double center = mean(scores);
        double level = mean(values);
        double square = 0;
        double product = 0;
        for (int i = 0; i < n; i++) {
            square += (scores[i] - center) * (scores[i] - center);
            product += (scores[i] - center) * (values[i] - level);
        }
        boolean flat = square < 1e-12;
        double slope = flat ? 0 : product / square;
        double meat = 0;
        double meatCross = 0;
        double meatSquare = 0;
        for (int i = 0; i < n; i++) {
            double distance = scores[i] - center;
            double residual = values[i] - level - slope * distance;
            meat += residual * residual;
            meatCross += residual * residual * distance;
            meatSquare += residual * residual * distance * distance;
        }
        double small = n / Math.max(1.0, n - 2.0);
        return new Calibration(
                center,
                level,
                slope,
                small * meat / n / n,
                flat ? 0 : small * meatCross / n / square,
                flat ? 0 : small * meatSquare / square / square);
    }

    /** The average of all, whatever the score. */
    public Calibration flat() {
        return new Calibration(center, level, 0, varianceLevel, 0, 0);
    }

    /** The average at a score. */
    public double value(double score) {
        return level + slope * (score - center);
    }

    /** Its standard error. */
    public double standardError(double score) {
        double distance = score - center;
        return Math.sqrt(Math.max(0, varianceLevel + 2 * distance * covariance + distance * distance * varianceSlope));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
