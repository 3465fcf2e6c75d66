package io.zugabe.recommendation.feedback.domain;

import java.time.Instant;

/** What became of an offer. */
public record Feedback(TrackedOffer offer, Action action, Instant time, Dismissal dismissal) {

    /** What may become of an offer. */
    public enum Action {
        SHOWN,
        CLICKED,
        ADDED,
        DISMISSED,
        DOES_NOT_FIT
    }

    /** Why an offer is dismissed. */
    public enum Dismissal {
        UNSPECIFIED,
        NOT_INTERESTED,
        OWNED,
        DOES_NOT_FIT,
        PRICE
    }
}
