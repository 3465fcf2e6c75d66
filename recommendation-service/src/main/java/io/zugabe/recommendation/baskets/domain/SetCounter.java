package io.zugabe.recommendation.baskets.domain;

import it.unimi.dsi.fastutil.ints.IntIterator;
import java.util.Arrays;

/**
 * Counts sets of three: which two of a product's best neighbours were bought with it in one order. Keeps its counters
 * between calls; one thread at a time.
 */
final class SetCounter {

    /** Neighbours of which pairs are counted; what hardly goes with one of two goes with both still less. */
    private static final int NEIGHBOURS = 16;

    /** Fewer may be chance. */
    static final int LEAST_KEPT = 3;

    private final BasketIndex index;
    private final int most;
    private final int[] support = new int[NEIGHBOURS * NEIGHBOURS];
    private final int[] returned = new int[NEIGHBOURS * NEIGHBOURS];
    private final int[] present = new int[NEIGHBOURS];
    private int[] places = new int[0];

    /**
     * @param most sets kept per product
     */
    SetCounter(BasketIndex index, int most) {
        this.index = index;
        this.most = most;
    }

    /**
     * The best sets with a product: its two neighbours, support and returned of each.
     *
     * @param neighbours of the product, best first, as {@link NeighbourCounter} gives them
     */
    int[] count(int product, int[] neighbours) {
        int known = Math.min(NEIGHBOURS, neighbours.length / BasketModel.WIDTH);
        if (known < 2) {
            return BasketModel.NO_ROW;
        }
        if (places.length <= index.largestProduct()) {
            places = Arrays.copyOf(places, index.largestProduct() + 1);
        }
        for (int place = 0; place < known; place++) {
            places[neighbours[place * BasketModel.WIDTH]] = place + 1;
        }
        for (IntIterator baskets = index.basketsWith(product).iterator(); baskets.hasNext(); ) {
            add(product, index.of(baskets.nextInt()));
        }
        for (int place = 0; place < known; place++) {
            places[neighbours[place * BasketModel.WIDTH]] = 0;
        }
        return row(product, neighbours, known);
    }

    private void add(int product, int[] lines) {
        int count = 0;
        boolean back = Arrays.binarySearch(lines, -product) >= 0;
        for (int line : lines) {
            int place = places[Math.abs(line)];
            if (place > 0) {
                present[count++] = line < 0 ? -place : place;
            }
        }
        for (int one = 0; one < count; one++) {
            for (int other = one + 1; other < count; other++) {
                int a = Math.abs(present[one]) - 1;
                int b = Math.abs(present[other]) - 1;
                int cell = Math.min(a, b) * NEIGHBOURS + Math.max(a, b);
                support[cell]++;
                returned[cell] += back || present[one] < 0 || present[other] < 0 ? 1 : 0;
            }
        }
    }

    private int[] row(int product, int[] neighbours, int known) {
        BestPlaces best = new BestPlaces(most);
        int own = index.basketsOf(product);
        for (int one = 0; one < known; one++) {
            for (int other = one + 1; other < known; other++) {
                int cell = one * NEIGHBOURS + other;
                int kept = support[cell] - returned[cell];
                if (kept >= LEAST_KEPT) {
                    best.offer(cell, PairCounts.score(kept, own, own));
                }
            }
        }
        int[] ranked = best.ranked();
        int[] row = new int[ranked.length * BasketModel.SET_WIDTH];
        for (int place = 0; place < ranked.length; place++) {
            int at = place * BasketModel.SET_WIDTH;
            row[at] = neighbours[ranked[place] / NEIGHBOURS * BasketModel.WIDTH];
            row[at + 1] = neighbours[ranked[place] % NEIGHBOURS * BasketModel.WIDTH];
            row[at + 2] = support[ranked[place]];
            row[at + 3] = returned[ranked[place]];
        }
        Arrays.fill(support, 0);
        Arrays.fill(returned, 0);
        return row;
    }
}
