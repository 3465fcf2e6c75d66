package io.zugabe.statistics;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Units drawn with a seed that failures can be repeated with. */
final class Simulated {

    private final RandomGenerator random;

    Simulated(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    double normal(double mean, double deviation) {
        return random.nextGaussian(mean, deviation);
    }

    /** The metric of so many units now and before, correlated by so much; both with a standard deviation of 1. */
    Moments correlated(int units, double mean, double correlation) {
        double[] sums = new double[2];
        double[] products = new double[4];
        for (int i = 0; i < units; i++) {
            double before = random.nextGaussian();
            double now = mean + correlation * before + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            sums[0] += now;
            sums[1] += before;
            products[0] += now * now;
            products[1] += now * before;
            products[3] += before * before;
        }
        products[2] = products[1];
        return Moments.of(units, sums, products, new boolean[2]);
    }

    /** The metric of so many units, with a standard deviation of 1. */
    Moments mean(int units, double mean) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < units; i++) {
            double value = normal(mean, 1);
            sum += value;
            squares += value * value;
        }
        return Moments.ofMean(units, sum, squares);
    }
}
