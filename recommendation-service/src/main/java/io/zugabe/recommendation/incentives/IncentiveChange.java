package io.zugabe.recommendation.incentives;

import java.time.Instant;

/** A change that somebody made. */
public record IncentiveChange(Instant time, String actor, String action, String target, String detail) {}
