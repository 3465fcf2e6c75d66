package io.zugabe.recommendation.insight.domain;

/**
 * When an offer is not made any more because nobody ever cared for it.
 *
 * <p>Interest is a click, an add or a purchase. An offer must draw at least the {@code share} of what is usual at its
 * placement, q₀ = share × usual rate. It is retired once its first n views have drawn none, with n the least for which
 * (1 − q₀)ⁿ ≤ {@code error}: so an offer that draws q₀ or more is retired with that probability at most. As this is asked
 * of the first n views alone, looking after every view does not raise the probability.
 *
 * @param share of the usual rate, in (0, 1)
 * @param error in (0, 1)
 */
public record RetirementRule(double share, double error) {

    /** The rate that an offer must have to stay. */
    public double leastRate(double usual) {
        return share * usual;
    }

    /** The number of views without interest after which an offer is retired; never if nothing draws interest there. */
    public long views(double usual) {
        double least = leastRate(usual);
        return least <= 0 ? Long.MAX_VALUE : (long) Math.ceil(Math.log(error) / Math.log1p(-least));
    }

    /** The probability that an offer with a rate is seen so often without interest. */
    public static double probability(double rate, long views) {
        return Math.exp(views * Math.log1p(-rate));
    }
}
