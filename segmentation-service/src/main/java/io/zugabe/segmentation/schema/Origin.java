package io.zugabe.segmentation.schema;

/** What the rows of a table are made from, and so what a rebuild does with them. */
public enum Origin {
    /** Given from outside, decided, or learned as a version of its own: nothing gives it again, a rebuild leaves it alone. */
    PRIMARY,
    /** Made of the log by the projector. A rebuild makes it anew in the table's shadow, which then takes its place. */
    REPLAYED,
    /** Takes the place of a replayed table when a rebuild ends; empty while none runs. */
    SHADOW,
    /** Concluded from replayed tables. A rebuild asks for it to be concluded again, and drops what nobody stands for. */
    CONCLUDED,
    /** Says how far something is. */
    PROGRESS
}
