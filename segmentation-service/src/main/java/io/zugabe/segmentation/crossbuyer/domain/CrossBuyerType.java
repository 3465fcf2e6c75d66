package io.zugabe.segmentation.crossbuyer.domain;

/**
 * The persistent behaviours that make cross-buyers unprofitable (Shah, Kumar, Qu, Chen: Unprofitable
 * Cross-Buying, Journal of Marketing 76(3), 2012). Each has one trait, which is adverse when it is high.
 */
public enum CrossBuyerType {
    /** Uses customer service too much. Trait: service cost / gross margin, 0 or more. */
    SERVICE_DEMANDER,
    /** Takes revenue back. Trait: returned value / sales, in [0, 1]. */
    REVENUE_REVERSER,
    /**
     * Buys what is reduced. Trait: share of discounted value × its depth, which is the discounts' share of
     * sales at full prices, in [0, 1].
     */
    PROMOTION_MAXIMIZER,
    /**
     * Spends a set amount, however many categories it goes to. Trait: 1 − elasticity of a month's spend to
     * the number of categories bought in it; 0 if spend grows in proportion, 1 if it does not grow.
     */
    SPENDING_LIMITER
}
