package io.zugabe.recommendation.triggers.domain;

import java.time.Duration;

/**
 * A trigger with its settings.
 *
 * @param delay how long after its cause an offer is due
 * @param patience how long after it was due an offer may still be sent
 * @param version grows with every change; 0 for what nobody has changed
 */
public record Trigger(
        TriggerKind kind, boolean enabled, Duration delay, Duration patience, Channel channel, long version) {}
