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
    REPLENISHMENT;

    /** Whether such offers put something beside what the customer came for. */
    boolean crossSells() {
        return switch (this) {
            case ADD_ON, SERVICE, POPULAR -> true;
            case REPLENISHMENT -> false;
        };
    }
}
