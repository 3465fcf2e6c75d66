package io.zugabe.recommendation.baskets.domain;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntIterator;
import java.util.Arrays;

/**
 * Counts what customers of a product bought in a later order: each customer once, from their first kept purchase of it
 * on, within half a year, without what was sent back. Keeps its counters between calls; one thread at a time.
 */
final class LaterCounter {

    /** What comes later than that has nothing to do with it. */
    static final int WINDOW_MINUTES = 180 * 24 * 60;

    private final BasketIndex index;
    private final int most;
    private final IntArrayList met = new IntArrayList();
    private int[] customers = new int[0];
    private int[] lastCustomer = new int[0];
    private int customer;

    /**
     * @param most products kept per product
     */
    LaterCounter(BasketIndex index, int most) {
        this.index = index;
        this.most = most;
    }

    /** The customers of a product, then what they bought later, best first: product and number of customers of each. */
    int[] count(int product) {
        if (customers.length <= index.largestProduct()) {
            customers = Arrays.copyOf(customers, index.largestProduct() + 1);
            lastCustomer = Arrays.copyOf(lastCustomer, index.largestProduct() + 1);
        }
        int buyers = 0;
        for (IntIterator baskets = index.basketsWith(product).iterator(); baskets.hasNext(); ) {
            int basket = baskets.nextInt();
            int[] history = index.historyOf(basket);
            if (history.length > 0 && history.length <= OrderHistories.MOST && isFirst(product, basket, history)) {
                buyers++;
                follow(product, basket, history);
            }
        }
        return row(product, buyers);
    }

    private boolean isFirst(int product, int basket, int[] history) {
        for (int earlier : history) {
            if (Arrays.binarySearch(index.of(earlier), product) >= 0) {
                return earlier == basket;
            }
        }
        return false;
    }

    private void follow(int product, int first, int[] history) {
        customer++;
        int begin = index.minute(first);
        for (int basket : history) {
            int minute = index.minute(basket);
            if (minute > begin && minute - begin <= WINDOW_MINUTES) {
                for (int line : index.of(basket)) {
                    if (line > 0 && line != product && lastCustomer[line] != customer) {
                        lastCustomer[line] = customer;
                        if (customers[line]++ == 0) {
                            met.add(line);
                        }
                    }
                }
            }
        }
    }

    private int[] row(int product, int buyers) {
        int own = index.basketsOf(product);
        BestPlaces best = new BestPlaces(most);
        for (int other : met) {
            best.offer(other, PairCounts.score(customers[other], own, index.basketsOf(other)));
        }
        int[] ranked = best.ranked();
        int[] row = new int[1 + ranked.length * BasketModel.LATER_WIDTH];
        row[0] = buyers;
        for (int place = 0; place < ranked.length; place++) {
            row[1 + place * BasketModel.LATER_WIDTH] = ranked[place];
            row[2 + place * BasketModel.LATER_WIDTH] = customers[ranked[place]];
        }
        met.forEach(other -> customers[other] = 0);
        met.clear();
        return row;
    }
}
