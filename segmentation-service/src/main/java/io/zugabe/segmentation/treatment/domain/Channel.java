package io.zugabe.segmentation.treatment.domain;

import java.util.Locale;

/** How offers reach a customer. */
public enum Channel {
    PAGE,
    EMAIL,
    PUSH,
    AGENT;

    /** Its name in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
