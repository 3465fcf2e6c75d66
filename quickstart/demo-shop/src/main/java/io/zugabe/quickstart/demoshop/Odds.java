package io.zugabe.quickstart.demoshop;

import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Draws of chance from a seeded source; the same seed gives the same draws on every machine. */
final class Odds {

    private final RandomGenerator random;

    Odds(RandomGenerator random) {
        this.random = random;
    }

    /** A source of its own for each customer and each of their missions, so that none disturbs another. */
    static Odds of(long seed, int customer, int mission) {
        long key = seed * 0x9E3779B97F4A7C15L + customer * 0xC2B2AE3D27D4EB4FL + mission * 0x165667B19E3779F9L;
        return new Odds(new SplittableRandom(key).split());
    }

    boolean happens(double chance) {
        return random.nextDouble() < chance;
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Uniform in [low, high]. */
    int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Lognormal with this mean; sigma is the standard deviation of the logarithm. */
    double around(double mean, double sigma) {
        return mean * StrictMath.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }

    /** Normal, cut to [low, high]. */
    double normal(double mean, double deviation, double low, double high) {
        return Math.clamp(mean + deviation * random.nextGaussian(), low, high);
    }

    /** Poisson, by Knuth's product of uniforms: fine for the small means used here. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** One of the choices, with chances proportional to their weight. */
    <T> T pick(Collection<T> choices, ToDoubleFunction<? super T> weight) {
        List<T> list = List.copyOf(choices);
        double[] sums = new double[list.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weight.applyAsDouble(list.get(i));
            sums[i] = sum;
        }
        double drawn = random.nextDouble() * sum;
        for (int i = 0; i < sums.length; i++) {
            if (drawn < sums[i]) {
                return list.get(i);
            }
        }
        return list.getLast();
    }
}
