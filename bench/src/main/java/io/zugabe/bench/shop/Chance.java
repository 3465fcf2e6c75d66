package io.zugabe.bench.shop;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on what they are for and on nothing else: not on what was drawn before, not on
 * the world. So the same shopper meets the same luck in every world, and worlds differ by what offers
 * change (common random numbers; Law and Kelton, Simulation Modeling and Analysis, section 11.2).
 */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private final long seed;

    private Chance(long seed) {
        this.seed = seed;
    }

    /** The luck of one shopper. */
    static Chance of(long seed, int shopper) {
        return new Chance(mix(seed * GOLDEN + shopper + 1));
    }

    /** What is decided by chance; each has its own numbers. */
    enum Purpose {
        NATURE,
        SESSIONS,
        INTENT,
        INTEREST,
        LIKING,
        CONVERSION,
        NEED,
        REALISED,
        EXPIRES,
        CYCLE,
        MISTAKE,
        EXAMINES,
        ACCEPTS,
        NOTICES,
        ABANDONS,
        LEAVES,
        RETURNS,
        RETURN_DAY,
        CASES,
        CASE_DAY,
        COMPLAINS,
        DISMISSES,
        CARE_DELAY
    }

    /** Uniform in [0, 1). */
    double uniform(Purpose purpose, long first, long second) {
        return (bits(purpose, first, second) >>> 11) * TO_UNIT;
    }

    boolean happens(double probability, Purpose purpose, long first, long second) {
        return uniform(purpose, first, second) < probability;
    }

    double exponential(double mean, Purpose purpose, long first, long second) {
        return -mean * Math.log1p(-uniform(purpose, first, second));
    }

    /** Standard Gumbel, so that the highest of liking plus it is a logit choice. */
    double gumbel(Purpose purpose, long first, long second) {
        return -Math.log(-Math.log(Math.max(uniform(purpose, first, second), TO_UNIT)));
    }

    double normal(Purpose purpose, long first, long second) {
        return stream(purpose, first, second).nextGaussian();
    }

    /** Numbers one after another, for what is drawn once and in one order. */
    SplittableRandom stream(Purpose purpose, long first, long second) {
        return new SplittableRandom(bits(purpose, first, second));
    }

    private long bits(Purpose purpose, long first, long second) {
        return mix(mix(mix(seed + GOLDEN * (purpose.ordinal() + 1)) + GOLDEN * first) + GOLDEN * second);
    }

    /** The finalizer of SplitMix64. */
    static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
