package io.zugabe.segmentation.value.domain;

/**
 * What a customer's orders were worth.
 *
 * @param orders orders with a known value, 0 or more
 * @param average their mean value in the shop's currency, net of discounts and returns; 0 if there is none
 */
public record SpendHistory(long orders, double average) {

    /** Nothing is known. */
    public static final SpendHistory NONE = new SpendHistory(0, 0);

    public SpendHistory {
        if (orders < 0 || !(average >= 0) || Double.isInfinite(average)) {
            throw new IllegalArgumentException("not a history: " + orders + " orders of " + average);
        }
    }

    /** True if the Gamma-Gamma model can learn from it: it knows positive amounts only. */
    public boolean informative() {
        return orders > 0 && average > 0;
    }
}
