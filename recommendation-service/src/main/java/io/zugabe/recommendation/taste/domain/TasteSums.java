package io.zugabe.recommendation.taste.domain;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongHeaps;
import java.util.Arrays;

/**
 * Sums of weights for one basket after the other, as decisions need them: nothing is allocated but the answer, and only what
 * was added to is looked at. Says what {@link TasteScores} says. One thread at a time.
 */
final class TasteSums {

    private static final long PLACES = 0xFFFF_FFFFL;

    private final IntArrayList touched = new IntArrayList();
    private float[] sums = new float[0];
    private long[] best = new long[0];

    /** Says whether a product with such a sum is wanted. */
    @FunctionalInterface
    interface Wanted {
        boolean test(int product, float sum);
    }

    /** Begins with nothing. */
    void begin(int products) {
        if (sums.length < products) {
            sums = new float[products];
        }
        touched.clear();
    }

    /** Counts a product of the basket in. */
    void see(int product, ItemWeights weights) {
        weights.forEach(product, this::add);
    }

    void add(int product, float more) {
        if (sums[product] == 0) {
            touched.add(product);
        }
        sums[product] += more;
    }

    float of(int product) {
        return sums[product];
    }

    /** Leaves a product out. */
    void leaveOut(int product) {
        sums[product] = 0;
    }

    /**
     * The products with the highest sums above a floor, best first, of equal ones those of lower places first: each as its
     * sum's bits and, below them, what {@link #product} reads. Ends with nothing added.
     *
     * @param wanted asked only about products that would otherwise be among them; those refused take nobody's place
     */
    long[] best(int most, float floor, Wanted wanted) {
        if (best.length < most) {
            best = new long[most];
        }
        int size = 0;
        for (int at = 0; at < touched.size(); at++) {
            int product = touched.getInt(at);
            float sum = sums[product];
            sums[product] = 0; // it may be named twice if it was 0 in between
            long key = (long) Float.floatToIntBits(sum) << Integer.SIZE | PLACES - product;
            if (sum > floor && (size < most || key > best[0]) && wanted.test(product, sum)) {
                if (size < most) {
                    best[size++] = key;
                    LongHeaps.upHeap(best, size, size - 1, null);
                } else {
                    best[0] = key;
                    LongHeaps.downHeap(best, size, 0, null);
                }
            }
        }
        long[] sorted = Arrays.copyOf(best, size);
        Arrays.sort(sorted);
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            long swapped = sorted[low];
            sorted[low] = sorted[high];
            sorted[high] = swapped;
        }
        return sorted;
    }

    static int product(long key) {
        return (int) (PLACES - (key & PLACES));
    }

    static float sum(long key) {
        return Float.intBitsToFloat((int) (key >>> Integer.SIZE));
    }
}
