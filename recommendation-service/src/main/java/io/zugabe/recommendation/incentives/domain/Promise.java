package io.zugabe.recommendation.incentives.domain;

import java.time.Instant;

/**
 * What is promised with an offer, as its tracking token carries it.
 *
 * @param level its number; {@link Level#CONTROL} if deliberately nothing is promised
 * @param priceAfter what one unit costs with it, in micros
 * @param cost what it costs the shop, in micros; 0 for the control
 * @param validUntil exclusive, in whole seconds
 * @param expected how likely the offer was thought to be taken without it, in [0, 1]
 * @param lease what it is paid from; 0 if nothing was set aside, so that it cannot be redeemed
 */
public record Promise(
        String incentive,
        IncentiveType type,
        int level,
        Benefit benefit,
        long priceAfter,
        long cost,
        Instant validUntil,
        double expected,
        long lease) {

    /** Whether the customer is given something. */
    public boolean isGiven() {
        return level != Level.CONTROL;
    }

    /** The same, paid from a lease. */
    public Promise from(long number) {
        return new Promise(incentive, type, level, benefit, priceAfter, cost, validUntil, expected, number);
    }
}
