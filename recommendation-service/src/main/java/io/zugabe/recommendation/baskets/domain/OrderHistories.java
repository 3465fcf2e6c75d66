package io.zugabe.recommendation.baskets.domain;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;

/** Which orders belong to one customer, and when they were made. One thread at a time. */
final class OrderHistories {

    /** No customer's key. */
    static final long NOBODY = 0;

    /** Who orders more often is no household but a dealer or a till: what they buy when says nothing of habits. */
    static final int MOST = 100;

    /** Of dealers, enough is kept to know them as such. */
    private static final int MOST_KEPT = 2 * MOST;

    private static final int[] NONE = new int[0];
    private static final int FIRST_CAPACITY = 1_024;

    private final Long2ObjectOpenHashMap<int[]> baskets = new Long2ObjectOpenHashMap<>();
    private long[] owners = new long[FIRST_CAPACITY];
    private int[] minutes = new int[FIRST_CAPACITY];

    /** Whose a basket is and when it was bought; {@link #NOBODY} if it is nobody's. */
    void put(int basket, long owner, int minute) {
        if (basket >= owners.length) {
            int capacity = Math.max(basket + 1, owners.length * 3 / 2);
            owners = Arrays.copyOf(owners, capacity);
            minutes = Arrays.copyOf(minutes, capacity);
        }
        if (owners[basket] != NOBODY) {
            remove(basket);
        }
        int[] before = of(owner);
        boolean kept = owner != NOBODY && before.length < MOST_KEPT;
        owners[basket] = kept ? owner : NOBODY;
        minutes[basket] = minute;
        if (kept) {
            int[] after = Arrays.copyOf(before, before.length + 1);
            int place = before.length;
            while (place > 0 && minutes[after[place - 1]] > minute) {
                after[place] = after[place - 1];
                place--;
            }
            after[place] = basket;
            baskets.put(owner, after);
        }
    }

    private void remove(int basket) {
        int[] before = of(owners[basket]);
        int[] after = new int[before.length - 1];
        int place = 0;
        for (int other : before) {
            if (other != basket) {
                after[place++] = other;
            }
        }
        if (after.length == 0) {
            baskets.remove(owners[basket]);
        } else {
            baskets.put(owners[basket], after);
        }
    }

    void clear() {
        baskets.clear();
        owners = new long[FIRST_CAPACITY];
        minutes = new int[FIRST_CAPACITY];
    }

    /** Whose a basket is. */
    long owner(int basket) {
        return basket < owners.length ? owners[basket] : NOBODY;
    }

    /** When it was bought, in minutes since 1970. */
    int minute(int basket) {
        return basket < minutes.length ? minutes[basket] : 0;
    }

    /** The baskets of a customer, oldest first. */
    int[] of(long owner) {
        return baskets.getOrDefault(owner, NONE);
    }

    /** Number of customers. */
    int size() {
        return baskets.size();
    }
}
