package io.zugabe.recommendation.incentives;

/**
 * What an incentive has cost, in micros.
 *
 * @param spent redeemed so far
 * @param reserved set aside for what may be promised or is, and not redeemed
 * @param today both of the present day
 */
public record Spending(long spent, long reserved, long today, long redemptions) {

    public static final Spending NONE = new Spending(0, 0, 0, 0);
}
