package io.zugabe.segmentation.crossbuyer.domain;

/**
 * Whether a customer is of a type, and why.
 *
 * @param observed the trait as the months show it, without shrinkage; not a number if they show nothing
 * @param mean posterior mean of the trait
 * @param low at least this much, with {@link #credibility}
 * @param high at most this much, with {@link #credibility}
 * @param border the trait that 9 of 10 peers do not exceed
 * @param periods months in which the behaviour was seen
 * @param english the evidence in a sentence; empty if the months show nothing
 * @param german the same
 */
public record Judgement(
        CrossBuyerType type,
        boolean member,
        double observed,
        double mean,
        double low,
        double high,
        double border,
        int periods,
        String english,
        String german) {

    /** Probability with which the trait lies within the bounds. */
    public static double credibility() {
        return Posterior.CREDIBILITY;
    }
}
