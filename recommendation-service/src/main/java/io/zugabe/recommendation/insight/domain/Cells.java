package io.zugabe.recommendation.insight.domain;

import io.zugabe.recommendation.feedback.domain.Segment;

/** Combinations of product, anchor type, placement and segment as numbers of 64 bits. */
public final class Cells {

    /** All anchor types together. */
    static final int ANY_TYPE = 0xFFFF;
    /** All segments together. */
    static final int ANY_SEGMENT = 0xF;

    private static final int PRODUCT_SHIFT = 24;
    private static final int TYPE_SHIFT = 8;
    private static final int PLACEMENT_SHIFT = 4;

    private Cells() {}

    static long key(int product, int type, int placement, int segment) {
        return (long) product << PRODUCT_SHIFT | (long) type << TYPE_SHIFT | placement << PLACEMENT_SHIFT | segment;
    }

    static int product(long key) {
        return (int) (key >>> PRODUCT_SHIFT);
    }

    static int type(long key) {
        return (int) (key >>> TYPE_SHIFT) & ANY_TYPE;
    }

    static int placement(long key) {
        return (int) (key >>> PLACEMENT_SHIFT) & ANY_SEGMENT;
    }

    static int segment(long key) {
        return (int) key & ANY_SEGMENT;
    }

    /** The number of a segment. */
    public static int segmentNumber(Segment segment) {
        return segment.ordinal() + 1;
    }
}
