package io.zugabe.recommendation.taste.domain;

/**
 * How EASE^R is learned.
 *
 * @param weights how much a basket counts
 * @param customers how much everything that a customer bought counts as a basket of its own, beside the baskets
 * @param texts how much likeness of texts counts beside the baskets
 * @param ridge λ, more than 0
 * @param neighbours weights kept per product: those that change scores most, negative ones too
 */
public record EaseSettings(BasketWeights weights, double customers, double texts, double ridge, int neighbours) {

    /** What the service uses: tuned on the training part of UCI Online Retail alone. */
    public static final EaseSettings COMBINED = new EaseSettings(new BasketWeights(0.5, 200), 0.3, 5, 50, 400);

    /** EASE^R as published, on baskets, with all its weights. */
    public static EaseSettings plain(double ridge) {
        return new EaseSettings(BasketWeights.EQUAL, 0, 0, ridge, Integer.MAX_VALUE);
    }
}
