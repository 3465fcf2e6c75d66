package io.zugabe.recommendation.incentives.domain;

/** Ways to make an offer more attractive. */
public enum IncentiveType {
    DISCOUNT,
    BUNDLE_PRICE,
    GIFT,
    LOYALTY_POINTS,
    FREE_SHIPPING,
    SHARED_SHIPPING,
    MEMBER_PRICE;

    /** What a treatment calls it: who may have shipping for nothing may have it for less. */
    public String treatment() {
        return this == SHARED_SHIPPING ? FREE_SHIPPING.name() : name();
    }

    /** Whether the offered product costs less with it. */
    public boolean lowersPrice() {
        return this == DISCOUNT || this == BUNDLE_PRICE || this == MEMBER_PRICE;
    }

    /** Whether the shop bears what shipping costs, or a part of it. */
    public boolean ships() {
        return this == FREE_SHIPPING || this == SHARED_SHIPPING;
    }
}
