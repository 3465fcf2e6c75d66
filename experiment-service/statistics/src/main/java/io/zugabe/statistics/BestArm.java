package io.zugabe.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The probability of each arm to be the best one, by quadrature instead of draws: the same answer every time, and exact
 * to about ten digits. Arms are normal with mean and variance of what was measured (an improper flat prior).
 */
public final class BestArm {

    private static final double REACH = 9;
    private static final int PANELS = 128;

    private BestArm() {}

    /**
     * P(arm is the best), {@code ∫ φᵢ(x) ∏ Φₖ(x) dx}.
     *
     * @param arms at least one, each with a positive variance
     * @param higherIsBetter false for metrics such as the return rate
     * @return sum 1
     */
    public static double[] probabilities(List<Arm> arms, boolean higherIsBetter) {
        return normalised(weights(posteriors(arms, higherIsBetter), false));
    }

    /**
     * How often an arm is one of the best two, halved: Thompson sampling that goes on looking at the runner-up (Russo:
     * Simple Bayesian Algorithms for Best-Arm Identification, Operations Research 68, 2020).
     *
     * @param arms at least two, each with a positive variance
     * @return sum 1
     */
    public static double[] topTwo(List<Arm> arms, boolean higherIsBetter) {
        return normalised(weights(posteriors(arms, higherIsBetter), true));
    }

    /**
     * Weights that never leave an arm without units.
     *
     * @param probabilities sum 1
     * @param floor smallest weight; brought into [0, 1 / arms]
     * @return {@code floor + (1 − arms · floor) · probability}, sum 1
     */
    public static double[] withFloor(double[] probabilities, double floor) {
        double least = Math.clamp(floor, 0, 1.0 / probabilities.length);
        return DoubleStream.of(probabilities)
                .map(p -> least + (1 - probabilities.length * least) * p)
                .toArray();
    }

    private static Posterior[] posteriors(List<Arm> arms, boolean higherIsBetter) {
        return arms.stream()
                .map(arm -> new Posterior(higherIsBetter ? arm.value() : -arm.value(), arm.standardError()))
                .toArray(Posterior[]::new);
    }

    private static double[] weights(Posterior[] arms, boolean second) {
        double[] weights = new double[arms.length];
        for (int i = 0; i < arms.length; i++) {
            weights[i] = integrate(arms, i, second);
        }
        return weights;
    }

    /** Piece by piece between where some arm begins or ends, so that a narrow arm is not stepped over. */
    private static double integrate(Posterior[] arms, int arm, boolean second) {
        double from = arms[arm].mean() - REACH * arms[arm].deviation();
        double to = arms[arm].mean() + REACH * arms[arm].deviation();
        double[] bounds = Arrays.stream(arms)
                .flatMapToDouble(other -> DoubleStream.of(-REACH, -1, 1, REACH)
                        .map(deviations -> other.mean() + deviations * other.deviation()))
                .filter(bound -> bound >= from && bound <= to)
                .sorted()
                .distinct()
                .toArray();
        double sum = 0;
        for (int i = 1; i < bounds.length; i++) {
            sum += simpson(arms, arm, second, bounds[i - 1], bounds[i]);
        }
        return sum;
    }

    private static double simpson(Posterior[] arms, int arm, boolean second, double from, double to) {
        double step = (to - from) / PANELS;
        double sum = 0;
        for (int i = 0; i <= PANELS; i++) {
            int factor = i == 0 || i == PANELS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += factor * density(arms, arm, second, from + i * step);
        }
        return sum * step / 3;
    }

    /** The density of the arm being at x and all others, or all others but one, below. */
    private static double density(Posterior[] arms, int arm, boolean second, double x) {
        double allBelow = 1;
        double oneAbove = 0;
        for (int k = 0; k < arms.length; k++) {
            if (k != arm) {
                double z = (x - arms[k].mean()) / arms[k].deviation();
                double below = Normal.below(z);
                oneAbove = oneAbove * below + allBelow * Normal.above(z);
                allBelow *= below;
            }
        }
        Posterior own = arms[arm];
        return Normal.density((x - own.mean()) / own.deviation())
                / own.deviation()
                * (second ? allBelow + oneAbove : allBelow);
    }

    private static double[] normalised(double[] weights) {
        double sum = DoubleStream.of(weights).sum();
        return DoubleStream.of(weights).map(weight -> weight / sum).toArray();
    }
}
