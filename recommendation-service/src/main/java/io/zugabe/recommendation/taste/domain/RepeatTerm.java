package io.zugabe.recommendation.taste.domain;

/**
 * What it adds to a product's score that the customer has bought it before: b · √times · e^(−days since / d).
 * Only for what is bought again: it finds re-purchases, and hides what is new to the customer.
 *
 * @param weight b, 0 or more
 * @param days d, more than 0
 */
public record RepeatTerm(double weight, double days) {

    /** What the service uses: tuned on the training part of UCI Online Retail alone. */
    public static final RepeatTerm USUAL = new RepeatTerm(0.08, 1_000);

    /**
     * What is added.
     *
     * @param times number of orders with it, 0 or more
     * @param daysSince the latest of them; 0 or more
     */
    public double of(long times, double daysSince) {
        return weight * Math.sqrt(times) * Math.exp(-Math.max(0, daysSince) / days);
    }
}
