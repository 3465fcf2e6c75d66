package io.zugabe.recommendation.triggers.domain;

import java.time.Instant;
import java.util.Map;

/** Something that a person did and that starts or stops timers. */
public sealed interface Happening {

    /** Who: "c:" and the customer's id, or "v:" and the visitor's. */
    String subject();

    Instant time();

    /** Units put in the cart, by product. */
    record Added(String subject, Instant time, Map<String, Long> units) implements Happening {}

    /** Units taken out of the cart, by product. */
    record Removed(String subject, Instant time, Map<String, Long> units) implements Happening {}

    /** An order of some units, by product. */
    record Bought(String subject, Instant time, String order, Map<String, Long> units) implements Happening {}

    /** Units that came back, by product. */
    record Returned(String subject, Instant time, Map<String, Long> units) implements Happening {}

    /**
     * Somebody else turned out to be this person: a visitor who logged in, or a customer kept twice.
     *
     * @param other "v:" and the visitor's id, or "c:" and the other customer's
     */
    record Joined(String subject, Instant time, String other) implements Happening {}

    /** Consent is withdrawn. */
    record Withdrawn(String subject, Instant time, String purpose) implements Happening {}
}
