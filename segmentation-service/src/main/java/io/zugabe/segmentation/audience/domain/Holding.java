package io.zugabe.segmentation.audience.domain;

/** Whether somebody has what is asked about. */
public enum Holding {
    /** Bought, and not all of it returned. */
    OWNS,
    /** Bought, and all of it returned: neither a buyer to learn from, nor one to address. */
    RETURNED,
    /** Never bought. */
    NEVER
}
