package io.zugabe.recommendation.sessions.domain;

import java.util.Arrays;

/**
 * What neighbours say about products, product by product in the order in which they were first named.
 * Made once and used again and again; one thread at a time.
 */
final class Votes {

    private static final int EXCLUDED = -1;
    private static final int SPREAD = 0x9E3779B9;

    /** By hash: one more than the place of a product; 0 where none is. At most half of it is used. */
    private int[] places = new int[2_048];

    private int[] products = new int[1_024];
    private int[] support = new int[1_024];
    private double[] weights = new double[1_024];
    private int size;

    void clear() {
        Arrays.fill(places, 0);
        size = 0;
    }

    /** Makes room for votes for so many more products. */
    void makeRoom(int more) {
        while (size + more > products.length) {
            grow(2 * products.length);
        }
    }

    /** Says that votes for a product do not count. */
    void exclude(int product) {
        support[place(product)] = EXCLUDED;
    }

    /** Takes a neighbour's vote; false if it does not count. */
    boolean add(int product, double weight) {
        int place = place(product);
        if (support[place] == EXCLUDED) {
            return false;
        }
        support[place]++;
        weights[place] += weight;
        return true;
    }

    int size() {
        return size;
    }

    int product(int place) {
        return products[place];
    }

    /** Number of neighbours who voted for it; 0 or less if its votes do not count. */
    int support(int place) {
        return support[place];
    }

    double weight(int place) {
        return weights[place];
    }

    private int place(int product) {
        int mask = places.length - 1;
        int at = product * SPREAD >>> 16 & mask;
        while (places[at] != 0) {
            if (products[places[at] - 1] == product) {
                return places[at] - 1;
            }
            at = at + 1 & mask;
        }
        if (size == products.length) {
            grow(2 * size);
            return place(product);
        }
        products[size] = product;
        support[size] = 0;
        weights[size] = 0;
        places[at] = ++size;
        return size - 1;
    }

    private void grow(int capacity) {
        products = Arrays.copyOf(products, capacity);
        support = Arrays.copyOf(support, capacity);
        weights = Arrays.copyOf(weights, capacity);
        places = new int[2 * capacity];
        int known = size;
        size = 0;
        while (size < known) {
            int at = products[size] * SPREAD >>> 16 & places.length - 1;
            while (places[at] != 0) {
                at = at + 1 & places.length - 1;
            }
            places[at] = ++size;
        }
    }
}
