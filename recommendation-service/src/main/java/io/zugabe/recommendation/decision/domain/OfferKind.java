package io.zugabe.recommendation.decision.domain;

/** Kinds of offers. */
public enum OfferKind {
    /** A complement to the anchor. */
    ADD_ON,
    /** A service for the anchor. */
    SERVICE,
    /** Popular in the shop. */
    POPULAR,
    /** Something that the customer consumes and is about to run out of. */
    REPLENISHMENT,
    /** The better one, to be bought instead of the anchor. */
    UPGRADE,
    /** The anchor with other products at a package price. */
    BUNDLE,
    /** A sample with the order. */
    SAMPLE,
    /** The deal of the day, or what the shop promotes. */
    DEAL;

    /** Whether such offers put something beside what the customer came for. */
    boolean crossSells() {
        return switch (this) {
            case ADD_ON, SERVICE, POPULAR, BUNDLE, DEAL -> true;
            case REPLENISHMENT, UPGRADE, SAMPLE -> false;
        };
    }
}
