package io.zugabe.bench.shop;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Incremental profit per 1,000 planned sessions, with intervals of 95 % from bootstrap draws of shoppers
 * (Poisson weights; Chamandy, Muralidharan, Najmi and Naidu 2012).
 */
final class Comparison {

    private static final int DRAWS = 1_000;

    private Comparison() {}

    /** An estimate with its interval. */
    record Interval(double estimate, double low, double high) {}

    /**
     * Profit per thousand.
     *
     * @param gain of each shopper, in euros
     */
    static Interval perThousand(double[] gain, int[] planned) {
        double[] draws = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            SplittableRandom random = new SplittableRandom(draw);
            double sum = 0;
            double sessions = 0;
            for (int i = 0; i < gain.length; i++) {
                int weight = poisson(random);
                sum += weight * gain[i];
                sessions += weight * planned[i];
            }
            draws[draw] = sessions == 0 ? 0 : 1_000 * sum / sessions;
        }
        Arrays.sort(draws);
        double estimate =
                1_000 * Arrays.stream(gain).sum() / Arrays.stream(planned).sum();
        return new Interval(estimate, draws[DRAWS / 40], draws[DRAWS - 1 - DRAWS / 40]);
    }

    /** Of mean 1. */
    private static int poisson(SplittableRandom random) {
        double product = random.nextDouble();
        int count = 0;
        while (product > 1 / Math.E) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
