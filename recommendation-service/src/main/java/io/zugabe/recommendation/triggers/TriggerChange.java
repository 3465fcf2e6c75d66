package io.zugabe.recommendation.triggers;

import java.time.Instant;

/** A change that somebody made. */
public record TriggerChange(Instant time, String actor, String action, String target, String detail) {}
