package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.triggers.domain.DueOfferState;
import io.zugabe.recommendation.triggers.domain.Timer;
import java.time.Instant;
import java.util.UUID;

/**
 * What became of a timer that was due.
 *
 * @param decision id of the decision behind it; empty if none was made
 */
public record DueOfferStatus(
        UUID id,
        String subject,
        Timer timer,
        DueOfferState state,
        String reason,
        String decision,
        int attempts,
        Instant created,
        Instant updated) {}
