package io.zugabe.segmentation.replenishment.domain;

import java.time.Instant;

/**
 * When a customer will need a product again.
 *
 * @param due the median: an even chance that it was bought again by then, and where the modified Poisson-Gamma rate peaks
 * @param from with probability 10 % it is needed earlier
 * @param until with probability 10 % it is needed later
 * @param quietUntil offers of it are silent before: the customer still has enough
 * @param confidence probability that the customer buys the product again at all, given how long they have been
 *     silent, in [0, 1]
 */
public record Replenishment(
        String product, Instant due, Instant from, Instant until, Instant quietUntil, double confidence) {}
