package io.zugabe.segmentation.audience.domain;

import java.util.Locale;

/** How customers are addressed. */
public enum Channel {
    /** A page of the shop. */
    PAGE("personalization", false),
    /** E-mail. */
    EMAIL("email", true),
    /** Push messages. */
    PUSH("push", true),
    /** A service agent or a sales task. */
    AGENT("personalization", false);

    private final String purpose;
    private final boolean consentNeeded;

    Channel(String purpose, boolean consentNeeded) {
        this.purpose = purpose;
        this.consentNeeded = consentNeeded;
    }

    /** What consent is asked for. */
    public String purpose() {
        return purpose;
    }

    /** True if consent must have been given; false if it only must not have been refused. */
    public boolean consentNeeded() {
        return consentNeeded;
    }

    /** As treatments name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
