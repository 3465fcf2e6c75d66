package io.zugabe.recommendation.baskets.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link BasketIndex} into {@link BasketModel}s, recounting only products whose baskets have
 * changed. One thread at a time.
 */
public final class BasketModelWriter {

    private static final int SLICE = 32;

    private final BasketIndex index = new BasketIndex();
    private final NeighbourCounter counter;
    private int[] @Nullable [] rows = new int[0][];

    /**
     * @param most neighbours kept per product
     */
    public BasketModelWriter(int most) {
        this.counter = new NeighbourCounter(index, most);
    }

    public BasketIndex index() {
        return index;
    }

    /** Forgets every basket and what was counted of them. */
    public void clear() {
        index.clear();
        rows = new int[0][];
    }

    /** Counts a slice of the products that have changed; false if there were none. */
    public boolean countSome() {
        int[] products = index.takeDirty(SLICE);
        if (rows.length <= index.largestProduct()) {
            rows = Arrays.copyOf(rows, Math.max(index.largestProduct() + 1, rows.length * 3 / 2));
        }
        for (int product : products) {
            rows[product] = counter.count(product);
        }
        return products.length > 0;
    }

    /** The model as counted so far. */
    public BasketModel publish(long position) {
        int[] baskets = new int[index.largestProduct() + 1];
        int[] returned = new int[index.largestProduct() + 1];
        for (int product = 1; product < baskets.length; product++) {
            baskets[product] = index.basketsOf(product);
            returned[product] = index.returnedOf(product);
        }
        return new BasketModel(rows.clone(), baskets, returned, index.size(), position);
    }
}
