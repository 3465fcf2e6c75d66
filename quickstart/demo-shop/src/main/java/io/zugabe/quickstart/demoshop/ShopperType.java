package io.zugabe.quickstart.demoshop;

/**
 * What kind of customer someone is. The last four are the unprofitable cross-buyers of Shah and Kumar, "The Dark Side of
 * Cross-Selling" (HBR 2012): together one cross-buyer in five.
 */
public enum ShopperType {
    /** Buys often and in many worlds. */
    LOYAL(0.18),
    /** Buys now and then. */
    NORMAL(0.46),
    /** Looks, and has not bought yet. */
    PROSPECT(0.20),
    /** Calls customer service about almost every order. */
    SERVICE_DEMANDER(0.04),
    /** Sends much of what was bought back. */
    REVENUE_REVERSER(0.04),
    /** Buys with coupons only, and with deep ones. */
    PROMOTION_MAXIMIZER(0.04),
    /** Spends the same sum whether on one category or on four. */
    SPENDING_LIMITER(0.04);

    private final double share;

    ShopperType(double share) {
        this.share = share;
    }

    /** Share of all customers, in (0, 1); the shares add up to 1. */
    public double share() {
        return share;
    }
}
