package io.zugabe.recommendation.taste.domain;

import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import java.util.List;

/**
 * How much a basket counts: |x|^−s · e^(−age / d). A wholesaler's basket of hundreds of products has tens of
 * thousands of pairs, which say little about what goes together and would drown the others; old baskets
 * say less about what is bought now.
 *
 * @param sizeExponent s, 0 or more; 0 if size does not matter
 * @param days d, more than 0; infinite if age does not matter
 */
public record BasketWeights(double sizeExponent, double days) {

    /** Every basket counts the same. */
    public static final BasketWeights EQUAL = new BasketWeights(0, Double.POSITIVE_INFINITY);

    /** Weights by basket, scaled so that all products in all baskets weigh as much as without weights. */
    float[] of(List<Basket> baskets, double latestDay) {
        double[] weights = new double[baskets.size()];
        double lines = 0;
        double weighted = 0;
        for (int i = 0; i < weights.length; i++) {
            int size = baskets.get(i).products().length;
            if (size > 0) {
                double age = Math.max(0, latestDay - baskets.get(i).day());
                weights[i] = Math.pow(size, -sizeExponent) * Math.exp(-age / days);
                lines += size;
                weighted += weights[i] * size;
            }
        }
        float[] scaled = new float[weights.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = weighted > 0 ? (float) (weights[i] * lines / weighted) : 0;
        }
        return scaled;
    }
}
