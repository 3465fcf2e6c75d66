package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.triggers.domain.Timer;
import java.time.Instant;
import java.util.UUID;

/**
 * A due offer on its way.
 *
 * @param attempts this one included
 * @param decided when it was decided for the first time
 * @param payload a serialized {@code zugabe.recommendation.v1.DueOffer}
 */
public record Delivery(UUID id, String subject, Timer timer, int attempts, Instant decided, byte[] payload) {}
