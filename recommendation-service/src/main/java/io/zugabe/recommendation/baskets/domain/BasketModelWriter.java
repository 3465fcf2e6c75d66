package io.zugabe.recommendation.baskets.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link BasketIndex} into {@link BasketModel}s, recounting only products whose baskets, or whose customers'
 * later baskets, have changed. One thread at a time.
 */
public final class BasketModelWriter {

    private static final int SLICE = 32;

    /** Sets of three, and products bought later, that are kept per product. */
    private static final int MOST_SETS = 12;

    private static final int MOST_LATER = 30;

    private final BasketIndex index = new BasketIndex();
    private final NeighbourCounter counter;
    private final SetCounter sets = new SetCounter(index, MOST_SETS);
    private final LaterCounter later = new LaterCounter(index, MOST_LATER);
    private int[] @Nullable [] rows = new int[0][];
    private int[] @Nullable [] setRows = new int[0][];
    private int[] @Nullable [] laterRows = new int[0][];

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
        setRows = new int[0][];
        laterRows = new int[0][];
    }

    /** Counts a slice of the products that have changed; false if there were none. */
    public boolean countSome() {
        if (rows.length <= index.largestProduct()) {
            int capacity = Math.max(index.largestProduct() + 1, rows.length * 3 / 2);
            rows = Arrays.copyOf(rows, capacity);
            setRows = Arrays.copyOf(setRows, capacity);
            laterRows = Arrays.copyOf(laterRows, capacity);
        }
        int[] changed = index.takeDirty(SLICE);
        for (int product : changed) {
            int[] neighbours = counter.count(product);
            rows[product] = neighbours;
            setRows[product] = sets.count(product, neighbours);
        }
        int[] followed = index.takeFollowed(SLICE);
        for (int product : followed) {
            laterRows[product] = later.count(product);
        }
        return changed.length > 0 || followed.length > 0;
    }

    /** The model as counted so far. */
    public BasketModel publish(long position) {
        int[] baskets = new int[index.largestProduct() + 1];
        int[] returned = new int[index.largestProduct() + 1];
        for (int product = 1; product < baskets.length; product++) {
            baskets[product] = index.basketsOf(product);
            returned[product] = index.returnedOf(product);
        }
        return new BasketModel(
                new BasketModel.Rows(rows.clone(), setRows.clone(), laterRows.clone()),
                baskets,
                returned,
                index.size(),
                index.customers(),
                position);
    }
}
