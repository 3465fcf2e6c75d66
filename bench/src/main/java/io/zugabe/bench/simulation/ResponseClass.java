package io.zugabe.bench.simulation;

/** How a shopper responds to a contact. */
public enum ResponseClass {
    /** Buys because of it. */
    PERSUADABLE,
    /** Buys anyway. */
    SURE_THING,
    /** Does not buy either way. */
    LOST_CAUSE,
    /** Is put off by it: buys less, or leaves. */
    DO_NOT_DISTURB
}
