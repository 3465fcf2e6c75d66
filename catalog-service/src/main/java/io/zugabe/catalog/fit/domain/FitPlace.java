package io.zugabe.catalog.fit.domain;

/**
 * Where a product's tuple stands in the grids of a fit table, as one number: 2 flags, 10 bits for the type, 20 for the
 * ordinal. So a verdict about two products needs no look at any object of theirs.
 */
final class FitPlace {

    /** A product without a group: nothing speaks about it. */
    static final int NONE = 0;

    /** The number cannot say it: ask the group. */
    static final int ELSEWHERE = Integer.MIN_VALUE;

    /** Makers' statements may mean the product: two such products are not decided by rules alone. */
    private static final int STATED = 1 << 30;

    private static final int ORDINAL_BITS = 20;
    private static final int ORDINALS = 1 << ORDINAL_BITS;
    private static final int TYPES = 1 << 10;

    private FitPlace() {}

    static int of(int type, int ordinal) {
        return type < TYPES && ordinal < ORDINALS ? type << ORDINAL_BITS | ordinal : ELSEWHERE;
    }

    static int stated(int place) {
        return place | STATED;
    }

    static int type(int place) {
        return place >>> ORDINAL_BITS & TYPES - 1;
    }

    static int ordinal(int place) {
        return place & ORDINALS - 1;
    }

    /** Whether rules alone decide about two places. */
    static boolean decide(int one, int other) {
        return (one | other) >= 0 && (one & other & STATED) == 0;
    }
}
