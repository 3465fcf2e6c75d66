package io.zugabe.recommendation.incentives.domain;

import it.unimi.dsi.fastutil.longs.LongSet;

/**
 * An incentive that decisions may give.
 *
 * @param open whether this replica has money set aside for it
 * @param usedUp {@link #mark}s of those who have redeemed it as often as they may
 */
public record LiveIncentive(Incentive incentive, Uplift uplift, boolean open, LongSet usedUp) {

    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    LiveIncentive closed() {
        return new LiveIncentive(incentive, uplift, false, usedUp);
    }

    /** Stands for a subject ("c:" and the customer's id, or "v:" and the visitor's): 64 bits of FNV-1a. */
    public static long mark(String subject) {
        long mark = OFFSET;
        for (int i = 0; i < subject.length(); i++) {
            mark = (mark ^ subject.charAt(i)) * PRIME;
        }
        return mark;
    }
}
