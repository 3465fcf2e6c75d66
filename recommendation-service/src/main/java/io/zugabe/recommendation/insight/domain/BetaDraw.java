package io.zugabe.recommendation.insight.domain;

import java.util.random.RandomGenerator;

/**
 * Draws from Beta distributions, for Thompson sampling: X / (X + Y) of two Gamma variates (Marsaglia, Tsang: A simple method
 * for generating gamma variables, 2000).
 */
public final class BetaDraw {

    private static final double THIRD = 1.0 / 3;
    private static final double SQUEEZE = 0.0331;

    private BetaDraw() {}

    /**
     * @param mean of the distribution, in [0, 1]
     * @param weight the sum of its two parameters, above 0
     */
    public static double draw(double mean, double weight, RandomGenerator random) {
        if (mean <= 0 || mean >= 1) {
            return Math.clamp(mean, 0, 1);
        }
        double x = gamma(mean * weight, random);
        double y = gamma((1 - mean) * weight, random);
        return x + y > 0 ? x / (x + y) : mean;
    }

    private static double gamma(double shape, RandomGenerator random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - THIRD;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = 1 + c * normal;
            if (v > 0) {
                double cube = v * v * v;
                double uniform = 1 - random.nextDouble();
                double square = normal * normal;
                if (uniform < 1 - SQUEEZE * square * square
                        || Math.log(uniform) < 0.5 * square + d * (1 - cube + Math.log(cube))) {
                    return d * cube;
                }
            }
        }
    }
}
