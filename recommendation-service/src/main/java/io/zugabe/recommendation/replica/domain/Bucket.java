package io.zugabe.recommendation.replica.domain;

/**
 * The numbers of the products that a selector selects, the best first. May name a product that has
 * changed meanwhile, so readers check what they need of it.
 */
public final class Bucket {

    static final Bucket EMPTY = new Bucket(new int[0]);

    private final int[] ranked;

    Bucket(int[] ranked) {
        this.ranked = ranked;
    }

    public int size() {
        return ranked.length;
    }

    /** The number of the product at a place, from 0 (the best). */
    public int at(int place) {
        return ranked[place];
    }
}
