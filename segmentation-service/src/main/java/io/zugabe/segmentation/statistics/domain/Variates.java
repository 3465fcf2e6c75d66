package io.zugabe.segmentation.statistics.domain;

import java.util.random.RandomGenerator;

/** Random numbers of the distributions that the models are made of. */
public final class Variates {

    private Variates() {}

    /** A gamma variate (Marsaglia, Tsang: A Simple Method for Generating Gamma Variables, 2000). */
    public static double gamma(RandomGenerator random, double shape, double rate) {
        if (shape < 1) {
            double uniform = 1 - random.nextDouble();
            return gamma(random, shape + 1, rate) * Math.exp(Math.log(uniform) / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double cube = 1 + c * x;
            if (cube > 0) {
                double v = cube * cube * cube;
                double uniform = 1 - random.nextDouble();
                if (Math.log(uniform) < x * x / 2 + d - d * v + d * Math.log(v)) {
                    return d * v / rate;
                }
            }
        }
    }

    /** A beta variate. */
    public static double beta(RandomGenerator random, double a, double b) {
        double first = gamma(random, a, 1);
        double second = gamma(random, b, 1);
        return first == 0 ? 0 : first / (first + second);
    }

    /** A vector about {@code mean} with covariance root · rootᵀ. */
    public static double[] normal(RandomGenerator random, double[] mean, double[][] root) {
        double[] independent = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            independent[i] = random.nextGaussian();
        }
        double[] vector = mean.clone();
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j <= i; j++) {
                vector[i] += root[i][j] * independent[j];
            }
        }
        return vector;
    }
}
