package io.zugabe.bench.simulation;

import io.zugabe.bench.simulation.ShopEvent.Line;
import java.util.Arrays;

/** What the shop sells: in each category, products of lognormal prices, cheapest first. */
final class Assortment {

    private static final long[][] PRICES = prices();

    private Assortment() {}

    private static long[][] prices() {
        Category[] categories = Category.values();
        long[][] prices = new long[categories.length][Category.PRODUCTS];
        for (Category category : categories) {
            Draws draws = new Draws(category.ordinal());
            for (int i = 0; i < Category.PRODUCTS; i++) {
                prices[category.ordinal()][i] = Math.round(100 * draws.lognormal(category.price, category.spread));
            }
            Arrays.sort(prices[category.ordinal()]);
        }
        return prices;
    }

    static String product(Category category, int index) {
        return category.label() + "-" + index;
    }

    /** The product whose price is nearest below what is wanted, in cents; the cheapest if there is none. */
    static int nearest(Category category, double wanted) {
        long[] prices = PRICES[category.ordinal()];
        int low = 0;
        int high = prices.length - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (prices[middle] <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    static Line line(Category category, int index, double discount) {
        long price = PRICES[category.ordinal()][index];
        return new Line(
                product(category, index),
                category,
                price,
                Math.round(price * discount),
                Math.round(price * (1 - category.margin)));
    }
}
