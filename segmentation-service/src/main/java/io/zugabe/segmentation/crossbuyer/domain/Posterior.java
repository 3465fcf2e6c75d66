package io.zugabe.segmentation.crossbuyer.domain;

import java.util.stream.IntStream;

/**
 * What is known of a customer's trait.
 *
 * @param mean shrunk to the peers' by as much as the customer's months leave open
 * @param low lower bound: the trait is at least this with {@link #CREDIBILITY}
 * @param high upper bound: the trait is at most this with {@link #CREDIBILITY}
 */
record Posterior(double mean, double low, double high) {

    /** Probability of the trait to lie within the bounds. */
    static final double CREDIBILITY = 0.95;

    /**
     * Takes the values in the order of how much the measurement speaks for them (posterior over prior) until
     * they have the credibility: a relative belief region (Evans, Measuring Statistical Evidence Using
     * Relative Belief, 2015, ch. 4). Unlike a region between two quantiles it never grows, and never leaves
     * the region it was before, when more of the same is seen.
     *
     * @param probabilities of the values, adding up to 1
     * @param support posterior over prior of each value
     */
    static Posterior of(double[] values, double[] probabilities, double[] support) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * probabilities[i])
                .sum();
        int low = 0;
        for (int i = 1; i < values.length; i++) {
            low = support[i] > support[low] ? i : low;
        }
        int high = low;
        double within = probabilities[low];
        while (within < CREDIBILITY && (low > 0 || high < values.length - 1)) {
            boolean down = high == values.length - 1 || low > 0 && support[low - 1] >= support[high + 1];
            within += down ? probabilities[--low] : probabilities[++high];
        }
        return new Posterior(mean, edge(values, low - 1, low), edge(values, high, high + 1));
    }

    /** A value stands for those up to half the way to its neighbours. */
    private static double edge(double[] values, int below, int above) {
        if (below < 0 || above == values.length) {
            return values[Math.clamp(below, 0, values.length - 1)];
        }
        return (values[below] + values[above]) / 2;
    }
}
