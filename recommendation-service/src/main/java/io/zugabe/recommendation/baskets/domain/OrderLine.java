package io.zugabe.recommendation.baskets.domain;

import java.time.Instant;

/**
 * A product in an order.
 *
 * @param subject who bought, as "c:…" or "v:…"
 * @param quantity units bought, 1 or more
 * @param time when it was ordered
 */
public record OrderLine(String order, String product, String subject, long quantity, Instant time) {}
