package io.zugabe.segmentation.returns.domain;

import java.util.Arrays;
import java.util.List;

/**
 * Bands of quantity (1, 2 and 3, more) and of unit price (five with as many lines each, and unknown).
 *
 * @param priceCuts what a unit costs at most in each price band but the highest; ascending
 */
public record LineBands(List<Double> priceCuts) {

    static final int QUANTITIES = 3;
    private static final int PRICES_KNOWN = 5;
    static final int PRICES = PRICES_KNOWN + 1;

    public LineBands {
        priceCuts = List.copyOf(priceCuts);
    }

    /** The bands of these unit prices. */
    static LineBands of(double[] prices) {
        double[] sorted = prices.clone();
        Arrays.sort(sorted);
        Double[] cuts = new Double[sorted.length == 0 ? 0 : PRICES_KNOWN - 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = sorted[(i + 1) * (sorted.length - 1) / PRICES_KNOWN];
        }
        return new LineBands(List.of(cuts));
    }

    /** The band of a quantity, 1 or more; 0 counts as 1. */
    static int quantity(long units) {
        return units <= 1 ? 0 : units <= 3 ? 1 : 2;
    }

    /** The band of a unit price; the last one if it is unknown (0). */
    int price(double paid) {
        if (!(paid > 0)) {
            return PRICES - 1;
        }
        int band = 0;
        while (band < priceCuts.size() && paid > priceCuts.get(band)) {
            band++;
        }
        return band;
    }
}
