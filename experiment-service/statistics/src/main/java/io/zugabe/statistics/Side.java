package io.zugabe.statistics;

/** Which differences count against there being none. */
public enum Side {
    /** Either direction. */
    BOTH,
    /** Only treatment above control. */
    GREATER,
    /** Only treatment below control. */
    LESS
}
