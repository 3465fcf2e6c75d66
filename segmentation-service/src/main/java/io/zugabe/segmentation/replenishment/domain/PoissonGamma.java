package io.zugabe.segmentation.replenishment.domain;

/**
 * How fast customers buy a product again: each as a Poisson process whose rate varies over customers by a gamma
 * distribution (Bhagat et al.: Buy It Again, KDD 2018, sections 4.3 and 4.4). Times are in days.
 *
 * @param alpha shape, above 0
 * @param beta rate, above 0
 */
public record PoissonGamma(double alpha, double beta) {

    public PoissonGamma {
        if (!(alpha > 0) || !(beta > 0)) {
            throw new IllegalArgumentException("alpha and beta must be above 0: " + alpha + ", " + beta);
        }
    }

    /** Expected purchases a day of a customer who bought {@code purchases} times in {@code sinceFirst} days. */
    public double rate(double purchases, double sinceFirst) {
        return (purchases + alpha) / (sinceFirst + beta);
    }

    /**
     * The modified rate, which knows that nobody buys again right after a purchase: it is highest when the mean
     * interval has passed since the last one, and the plain rate from twice the mean interval on.
     *
     * @param span days from the first purchase to the last
     * @param meanInterval mean days between purchases, above 0
     * @param sinceLast days since the last purchase
     */
    public double modifiedRate(double purchases, double span, double meanInterval, double sinceLast) {
        double quiet = sinceLast < 2 * meanInterval ? 2 * Math.abs(meanInterval - sinceLast) : sinceLast;
        return (purchases + alpha) / (span + quiet + beta);
    }

    /** Probability of a purchase within so many days at a rate. */
    public static double probability(double rate, double days) {
        return -Math.expm1(-rate * days);
    }
}
