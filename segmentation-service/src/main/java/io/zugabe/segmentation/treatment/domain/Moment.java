package io.zugabe.segmentation.treatment.domain;

/** Moments of a customer's life that silence may count from. */
public enum Moment {
    LAST_ORDER,
    LAST_OFFER_SHOWN,
    LAST_OFFER_DISMISSED,
    LAST_CASE_SOLVED
}
