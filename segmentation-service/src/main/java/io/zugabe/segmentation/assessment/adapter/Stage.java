package io.zugabe.segmentation.assessment.adapter;

/** The steps of an assessment, in the order in which they run: later ones read what earlier ones concluded. */
public enum Stage {
    /** What the customer is worth. */
    VALUE,
    /** What will be needed again. */
    REPLENISHMENT,
    /** How likely the customer returns what they buy. */
    RETURNS,
    /** How the customer cross-buys. */
    CROSS_BUYER,
    /** Where the customer is in their life with the shop, and against others. */
    LIFECYCLE,
    /** What an offer does. */
    UPLIFT,
    /** The segments that the customer is in. */
    SEGMENTS,
    /** Whether and how to offer. */
    TREATMENT
}
