package io.zugabe.recommendation.triggers.domain;

import java.util.Optional;

/** By which way an offer reaches a person. */
public enum Channel {
    PAGE("page", ""),
    EMAIL("email", "email"),
    PUSH("push", "push"),
    SERVICE_AGENT("agent", ""),
    SALES_TASK("agent", "");

    private final String treated;
    private final String purpose;

    Channel(String treated, String purpose) {
        this.treated = treated;
        this.purpose = purpose;
    }

    /** The channel as the treatment policy calls it. */
    public String treated() {
        return treated;
    }

    /** The purpose that has to be consented to; empty if none. */
    public Optional<String> purpose() {
        return purpose.isEmpty() ? Optional.empty() : Optional.of(purpose);
    }

    /** Whether offers go to the person wherever they are, rather than to where they look. */
    public boolean pushes() {
        return this == EMAIL || this == PUSH;
    }
}
