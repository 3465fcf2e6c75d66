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

    /** The channel by which offers reach the customer here, as the treatment policy calls it. */
    String channel() {
        return switch (this) {
            case HOME, PRODUCT_PAGE, CART, CHECKOUT, THANK_YOU -> "page";
            case FOLLOW_UP -> "email";
            case SERVICE_CALL -> "agent";
        };
    }

    /** Whether the customer has bought already, so that what is appreciated in use may be offered. */
    boolean afterPurchase() {
        return this == THANK_YOU || this == FOLLOW_UP;
    }

    /** Whether the customer is about to buy, so that what is appreciated only in use comes too early. */
    boolean beforePurchase() {
        return this == PRODUCT_PAGE || this == CART || this == CHECKOUT;
    }

    /** Whether it stands beside products that the customer has chosen in this visit. */
    boolean isOfSession() {
        return this == PRODUCT_PAGE || this == CART || this == CHECKOUT || this == THANK_YOU;
    }

    /** Whether offers go out to the customer rather than standing on a page that they look at. */
    boolean needsCustomer() {
        return this == FOLLOW_UP || this == SERVICE_CALL;
    }
}
