package io.zugabe.segmentation.profile.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums by measure, of which only those above 0 take room. A sum stays at the largest number
 * instead of overflowing, so adding is commutative and associative.
 */
public final class Counts {

    /** No event has added anything. */
    public static final Counts NONE = new Counts(0, new long[0]);

    private static final Measure[] MEASURES = Measure.values();

    /** Bit i stands for the measure at place i. */
    private final int present;
    /** The sums of the measures present, in their order. */
    private final long[] sums;

    private Counts(int present, long[] sums) {
        this.present = present;
        this.sums = sums;
    }

    /** What one event adds. */
    public static Counts of(Happening what) {
        long[] sums = new long[MEASURES.length];
        int present = 0;
        int size = 0;
        for (int i = 0; i < MEASURES.length; i++) {
            long value = MEASURES[i].of(what);
            if (value > 0) {
                present |= 1 << i;
                sums[size++] = value;
            }
        }
        return size == 0 ? NONE : new Counts(present, Arrays.copyOf(sums, size));
    }

    /**
     * Sums by place.
     *
     * @param present bit i stands for the measure at place i
     * @param sums above 0, as many as bits, in the order of places
     */
    public static Counts of(int present, long[] sums) {
        if (Integer.bitCount(present) != sums.length || present >>> MEASURES.length != 0) {
            throw new IllegalArgumentException("Counts of " + Integer.bitCount(present) + " measures, but of "
                    + sums.length + " sums; replay the log to rebuild them");
        }
        return present == 0 ? NONE : new Counts(present, sums.clone());
    }

    /** The sum of a measure; 0 if nothing was added. */
    public long get(Measure measure) {
        int bit = 1 << measure.ordinal();
        return (present & bit) == 0 ? 0 : sums[Integer.bitCount(present & (bit - 1))];
    }

    /** True if any of the measures is above 0. */
    public boolean any(Measure... measures) {
        for (Measure measure : measures) {
            if ((present & (1 << measure.ordinal())) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The sums of both. */
    public Counts plus(Counts other) {
        if (other.present == 0 || present == 0) {
            return present == 0 ? other : this;
        }
        int union = present | other.present;
        long[] added = new long[Integer.bitCount(union)];
        int own = 0;
        int others = 0;
        int size = 0;
        for (int rest = union; rest != 0; rest &= rest - 1) {
            int bit = Integer.lowestOneBit(rest);
            long a = (present & bit) == 0 ? 0 : sums[own++];
            long b = (other.present & bit) == 0 ? 0 : other.sums[others++];
            added[size++] = Sums.sum(a, b);
        }
        return new Counts(union, added);
    }

    /** Which measures are above 0: bit i stands for the one at place i. */
    public int present() {
        return present;
    }

    /** The sums of the measures present, in the order of places. */
    public long[] sums() {
        return sums.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Counts counts && present == counts.present && Arrays.equals(sums, counts.sums);
    }

    @Override
    public int hashCode() {
        return 31 * present + Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Counts[");
        for (Measure measure : MEASURES) {
            if (get(measure) > 0) {
                text.append(text.length() > 7 ? ", " : "")
                        .append(measure)
                        .append('=')
                        .append(get(measure));
            }
        }
        return text.append(']').toString();
    }
}
