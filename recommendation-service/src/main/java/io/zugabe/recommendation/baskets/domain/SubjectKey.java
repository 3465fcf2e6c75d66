package io.zugabe.recommendation.baskets.domain;

import it.unimi.dsi.fastutil.HashCommon;

/**
 * 64 bits in place of a customer's name, so that memory holds none. Of ten million customers two share theirs with a
 * probability of one in 370,000.
 */
public final class SubjectKey {

    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private SubjectKey() {}

    /** The key of a subject (FNV-1a, then mixed); 0 of nobody. */
    public static long of(String subject) {
        if (subject.isEmpty()) {
            return OrderHistories.NOBODY;
        }
        long hash = BASIS;
        for (int at = 0; at < subject.length(); at++) {
            hash = (hash ^ subject.charAt(at)) * PRIME;
        }
        long mixed = HashCommon.mix(hash);
        return mixed == OrderHistories.NOBODY ? 1 : mixed;
    }
}
