package io.zugabe.recommendation.replica.domain;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;

/** Pairs of products that a dispute blocks, by their numbers. Immutable. */
final class BlockedPairs {

    static final BlockedPairs NONE = new BlockedPairs(LongSet.of());

    private final LongSet pairs;

    private BlockedPairs(LongSet pairs) {
        this.pairs = pairs;
    }

    static BlockedPairs of(LongSet pairs) {
        return pairs.isEmpty() ? NONE : new BlockedPairs(new LongOpenHashSet(pairs));
    }

    /** The two numbers as one, whatever their order. */
    static long pair(int one, int other) {
        return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
    }

    boolean has(Product one, Product other) {
        return has(one.number(), other.number());
    }

    boolean has(int one, int other) {
        return !pairs.isEmpty() && pairs.contains(pair(one, other));
    }
}
