package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.triggers.domain.Timer;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A timer that is due and that nobody else decides until its lease ends.
 *
 * @param id of the due offer that it may become
 * @param subject "c:" and the customer's id, or "v:" and the visitor's
 */
public record ClaimedTimer(long number, UUID id, String subject, Timer timer, OffsetDateTime lease) {}
