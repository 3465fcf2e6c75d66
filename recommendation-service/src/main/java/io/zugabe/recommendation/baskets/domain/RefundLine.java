package io.zugabe.recommendation.baskets.domain;

import java.time.Instant;

/**
 * A product that came back.
 *
 * @param event the event that said so
 * @param order the order it came back from; empty if unknown
 * @param quantity units that came back, 1 or more
 */
public record RefundLine(String event, String order, String product, String subject, long quantity, Instant time) {}
