package io.zugabe.bench.peeking;

import io.zugabe.statistics.Moments;
import java.util.random.RandomGenerator;

/**
 * Draws what shoppers leave as margin in the weeks of an experiment and in those before it. Most leave nothing; who buys
 * much does so again: buying and amounts share a disposition that stays. Amounts are log-normal, as order values are.
 */
final class Shoppers {

    private static final double USUAL_BUYING = -1.0;
    private static final double BUYING_BY_DISPOSITION = 1.4;
    private static final double USUAL_LOG_MARGIN = 2.3;
    private static final double LOG_MARGIN_BY_DISPOSITION = 0.4;
    private static final double LOG_MARGIN_OTHERWISE = 0.6;

    private final RandomGenerator random;

    Shoppers(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The sums of margin now and before, over new shoppers.
     *
     * @param lift by which the treatment raises what they leave now, relative
     */
    Moments draw(int shoppers, double lift) {
        double now = 0;
        double before = 0;
        double nowSquared = 0;
        double beforeSquared = 0;
        double product = 0;
        for (int i = 0; i < shoppers; i++) {
            double disposition = random.nextGaussian();
            double earlier = margin(disposition);
            double margin = margin(disposition) * (1 + lift);
            now += margin;
            before += earlier;
            nowSquared += margin * margin;
            beforeSquared += earlier * earlier;
            product += margin * earlier;
        }
        return Moments.of(
                shoppers,
                new double[] {now, before},
                new double[] {nowSquared, product, product, beforeSquared},
                new boolean[2]);
    }

    private double margin(double disposition) {
        double buying = 1 / (1 + Math.exp(-USUAL_BUYING - BUYING_BY_DISPOSITION * disposition));
        return random.nextDouble() < buying
                ? Math.exp(USUAL_LOG_MARGIN
                        + LOG_MARGIN_BY_DISPOSITION * disposition
                        + LOG_MARGIN_OTHERWISE * random.nextGaussian())
                : 0;
    }
}
