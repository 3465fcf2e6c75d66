package io.zugabe.recommendation.decision.domain;

/** Where offers are shown. */
public enum Placement {
    HOME(12),
    PRODUCT_PAGE(12),
    CART(6),
    CHECKOUT(2),
    THANK_YOU(6),
    FOLLOW_UP(4),
    SERVICE_CALL(2);

    private final int limit;

    Placement(int limit) {
        this.limit = limit;
    }

    /** The most offers that are shown here, and the number if none is asked for. */
    public int limit() {
        return limit;
    }

    /** Whether the customer has bought already, so that what is appreciated in use may be offered. */
    boolean afterPurchase() {
        return this == THANK_YOU || this == FOLLOW_UP;
    }

    /** Whether offers go out to the customer rather than standing on a page that they look at. */
    boolean needsCustomer() {
        return this == FOLLOW_UP || this == SERVICE_CALL;
    }
}
