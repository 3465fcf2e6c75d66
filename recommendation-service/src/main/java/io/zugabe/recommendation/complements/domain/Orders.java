package io.zugabe.recommendation.complements.domain;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/** Orders to learn from: who, when, and what stayed of them. */
public final class Orders {

    /** Who orders more often is no household but a dealer or a till. */
    private static final int MOST_OF_ONE = 100;

    private final LongArrayList owners = new LongArrayList();
    private final IntArrayList minutes = new IntArrayList();
    private final List<int[]> products = new ArrayList<>();

    /** Takes the orders of one customer. */
    @FunctionalInterface
    interface Histories {

        /**
         * @param orders numbers of orders, of which those from {@code from} to {@code to} (exclusive) are one
         *     customer's, oldest first
         */
        void visit(int[] orders, int from, int to);
    }

    /**
     * Adds an order.
     *
     * @param owner key of the customer
     * @param minute since 1970
     * @param content numbers of products
     */
    public void add(long owner, int minute, int[] content) {
        owners.add(owner);
        minutes.add(minute);
        products.add(content);
    }

    public int size() {
        return products.size();
    }

    int minute(int order) {
        return minutes.getInt(order);
    }

    int[] products(int order) {
        return products.get(order);
    }

    /** The minute of the latest order; 0 if there is none. */
    int latest() {
        int latest = 0;
        for (int order = 0; order < size(); order++) {
            latest = Math.max(latest, minutes.getInt(order));
        }
        return latest;
    }

    /** Calls back once per customer, except dealers. */
    void forEachCustomer(Histories visitor) {
        int[] sorted = new int[size()];
        for (int order = 0; order < sorted.length; order++) {
            sorted[order] = order;
        }
        IntArrays.quickSort(sorted, (one, other) -> {
            int byOwner = Long.compare(owners.getLong(one), owners.getLong(other));
            return byOwner != 0 ? byOwner : Integer.compare(minutes.getInt(one), minutes.getInt(other));
        });
        int from = 0;
        for (int at = 1; at <= sorted.length; at++) {
            if (at == sorted.length || owners.getLong(sorted[at]) != owners.getLong(sorted[from])) {
                if (at - from <= MOST_OF_ONE) {
                    visitor.visit(sorted, from, at);
                }
                from = at;
            }
        }
    }
}
