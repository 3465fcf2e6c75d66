package io.zugabe.segmentation.treatment.domain;

/** What may be given to make an offer more attractive. */
public enum Incentive {
    DISCOUNT,
    BUNDLE_PRICE,
    GIFT,
    LOYALTY_POINTS,
    FREE_SHIPPING,
    MEMBER_PRICE,
    MEMBERSHIP,
    NEWSLETTER
}
