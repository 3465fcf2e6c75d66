package io.zugabe.segmentation.treatment.domain;

/** Kinds of offers, by recommendation's names. */
public enum OfferKind {
    ADD_ON,
    UPGRADE,
    SERVICE,
    BUNDLE,
    REPLENISHMENT,
    SAMPLE,
    POPULAR,
    HOW_TO
}
