package io.zugabe.recommendation.triggers.domain;

/** What can become of a timer that was due. */
public enum DueOfferState {
    SENDING,
    DELIVERED,
    SILENT,
    EXPIRED,
    DEAD,
    WITHDRAWN,
    CONTROL
}
