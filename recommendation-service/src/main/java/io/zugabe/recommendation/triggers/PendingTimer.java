package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.triggers.domain.Timer;

/** A timer and whose it is. */
public record PendingTimer(String subject, Timer timer) {}
