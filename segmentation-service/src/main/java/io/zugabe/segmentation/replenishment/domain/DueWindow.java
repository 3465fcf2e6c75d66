package io.zugabe.segmentation.replenishment.domain;

import java.time.Instant;

/**
 * Which of those who will need something again: due in [from, until).
 *
 * @param leastConfidence in [0, 1]
 */
public record DueWindow(Instant from, Instant until, double leastConfidence) {}
