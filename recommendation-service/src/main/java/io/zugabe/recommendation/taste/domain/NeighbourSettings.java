package io.zugabe.recommendation.taste.domain;

/**
 * How neighbours of products are found.
 *
 * @param weights how much a basket counts
 * @param neighbours k: neighbours kept per product
 */
public record NeighbourSettings(BasketWeights weights, int neighbours) {

    /** How the service weighs baskets; k is tuned on what it is for. */
    public static final BasketWeights WEIGHTED = new BasketWeights(0.5, 200);
}
