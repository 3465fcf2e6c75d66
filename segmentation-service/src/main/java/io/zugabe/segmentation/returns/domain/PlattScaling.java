package io.zugabe.segmentation.returns.domain;

/**
 * Calibrates logits: calibrated = slope · logit + intercept (Platt 1999). A straight line keeps the sum of a
 * customer's and a product's part a sum, which isotonic regression would not.
 *
 * @param slope above 0
 */
public record PlattScaling(double slope, double intercept) {

    /** Changes nothing. */
    public static final PlattScaling NONE = new PlattScaling(1, 0);

    private static final int MOST_STEPS = 50;
    private static final double LEAST_SLOPE = 0.05;
    private static final double MOST_SLOPE = 5;
    /** As if so much information said that nothing needs to change: few lines change little. */
    private static final double PRIOR = 2;

    double apply(double logit) {
        return slope * logit + intercept;
    }

    /** The line that makes these outcomes likeliest, by Newton's method. */
    static PlattScaling fit(double[] logits, double[] outcomes) {
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double ofSlope = -PRIOR * (slope - 1);
            double ofIntercept = -PRIOR * intercept;
            double slopeTwice = PRIOR;
            double interceptTwice = PRIOR;
            double both = 0;
            for (int i = 0; i < logits.length; i++) {
                double p = Logits.probability(slope * logits[i] + intercept);
                double weight = p * (1 - p);
                ofSlope += (outcomes[i] - p) * logits[i];
                ofIntercept += outcomes[i] - p;
                slopeTwice += weight * logits[i] * logits[i];
                interceptTwice += weight;
                both += weight * logits[i];
            }
            double determinant = slopeTwice * interceptTwice - both * both;
            double slopeStep = (ofSlope * interceptTwice - ofIntercept * both) / determinant;
            double interceptStep = (ofIntercept * slopeTwice - ofSlope * both) / determinant;
            slope = Math.clamp(slope + slopeStep, LEAST_SLOPE, MOST_SLOPE);
            intercept = Math.clamp(intercept + interceptStep, -10, 10);
            if (Math.abs(slopeStep) + Math.abs(interceptStep) < 1e-10) {
                break;
            }
        }
        return new PlattScaling(slope, intercept);
    }
}
