package io.zugabe.recommendation.replenishment.domain;

import java.time.Instant;

/**
 * A product that a customer will need again, as predicted from their purchases and from others'.
 *
 * @param due when it is expected to be needed
 * @param from lower bound of its 80 % interval
 * @param until upper bound of it
 * @param quietUntil offers of it are silent before
 * @param confidence probability that the customer buys it again at all, in [0, 1]
 */
public record DueProduct(
        String productId, Instant due, Instant from, Instant until, Instant quietUntil, double confidence) {

    /** Whether it is time to remind of it: before, the customer has enough, and an offer would only annoy. */
    public boolean isDue(Instant time) {
        return !time.isBefore(from) && !time.isBefore(quietUntil);
    }

    /**
     * Probability that it has been needed by a time, in [0.1, 0.9] inside the interval: straight lines from 0.1 at its
     * lower bound over 0.5 at the due date to 0.9 at its upper bound, where it stays.
     */
    public double needed(Instant time) {
        return time.isBefore(due) ? 0.1 + 0.4 * share(from, due, time) : 0.5 + 0.4 * share(due, until, time);
    }

    private static double share(Instant begin, Instant end, Instant time) {
        double length = end.toEpochMilli() - begin.toEpochMilli();
        return length <= 0 ? 1 : Math.clamp((time.toEpochMilli() - begin.toEpochMilli()) / length, 0.0, 1.0);
    }
}
