package io.zugabe.segmentation.audience.domain;

import java.util.List;

/**
 * Draws logarithms of lifts towards 0 by empirical Bayes: they are taken to come from a normal
 * distribution around 0, whose variance is estimated from all of them by moments (DerSimonian, Laird,
 * Controlled Clinical Trials 7, 1986, with a known mean), each with its own sampling variance (Morris,
 * Journal of the American Statistical Association 78, 1983).
 */
final class Shrinkage {

    /** Below it a sampling variance counts as this, so that no trait weighs infinitely. */
    private static final double LEAST_VARIANCE = 1e-9;

    private Shrinkage() {}

    /** The estimated variance of the true logarithms; 0 if what is seen may be chance alone. */
    static double spread(List<Lift> lifts) {
        double weights = 0;
        double squares = 0;
        for (Lift lift : lifts) {
            double weight = 1 / variance(lift);
            weights += weight;
            squares += weight * lift.logRatio() * lift.logRatio();
        }
        return weights == 0 ? 0 : Math.max(0, (squares - lifts.size()) / weights);
    }

    /** The lift with its logarithm drawn towards 0. */
    static double shrink(Lift lift, double spread) {
        return Math.exp(lift.logRatio() * spread / (spread + variance(lift)));
    }

    private static double variance(Lift lift) {
        return Math.max(LEAST_VARIANCE, lift.standardError() * lift.standardError());
    }
}
