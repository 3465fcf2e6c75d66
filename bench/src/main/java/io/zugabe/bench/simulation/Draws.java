package io.zugabe.bench.simulation;

import java.util.SplittableRandom;

/** Random numbers of the distributions that shoppers are made of; the same seed gives the same numbers. */
final class Draws {

    private final SplittableRandom random;

    Draws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Draws that depend on the seed, a shopper's number and a purpose alone, whatever else was drawn before. */
    static Draws of(long seed, int shopper, Purpose purpose) {
        return new Draws(mix(seed + 0x9E3779B97F4A7C15L * (4L * shopper + purpose.ordinal() + 1)));
    }

    /** What draws are for; each purpose has its own numbers. */
    enum Purpose {
        SHOPPER,
        LIFE,
        ASSIGNMENT,
        OUTCOME
    }

    double uniform() {
        return random.nextDouble();
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double normal(double mean, double deviation) {
        return random.nextGaussian(mean, deviation);
    }

    /** A lognormal number with this median. */
    double lognormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    double exponential(double mean) {
        return -mean * Math.log1p(-random.nextDouble());
    }

    /** A gamma number; Marsaglia and Tsang (2000), with their boost for shapes under 1. */
    double gamma(double shape, double mean) {
        if (shape < 1) {
            return gamma(shape + 1, 1) * (shape + 1) * Math.pow(random.nextDouble(), 1 / shape) * mean / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log1p(-random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v * mean / shape;
            }
        }
    }

    /** A beta number with this mean; larger concentrations vary less. */
    double beta(double mean, double concentration) {
        double a = gamma(mean * concentration, mean * concentration);
        double b = gamma((1 - mean) * concentration, (1 - mean) * concentration);
        return a / (a + b);
    }

    /** A Poisson number; by the product of uniforms, so for means up to some tens. */
    int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** An index, each as likely as its weight says. */
    int index(double[] weights, double total) {
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
