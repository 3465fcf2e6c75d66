package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.decision.DecisionRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What comes of a timer that is due. */
public sealed interface Outcome {

    /** The timer is done with. */
    sealed interface Final extends Outcome {}

    /** Offers are to be sent. */
    record Offers(DecisionRecord decision) implements Final {}

    /** Nothing is to be sent. */
    record Silent(String reason, Optional<UUID> decision) implements Final {}

    /** The person belongs to the control group: nothing is sent, whatever would have been offered. */
    record Control(String reason) implements Final {}

    /** It cannot be told yet. */
    record Later(Instant due, Instant expires) implements Outcome {}
}
