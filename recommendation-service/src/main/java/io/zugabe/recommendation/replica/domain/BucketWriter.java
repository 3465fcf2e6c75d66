package io.zugabe.recommendation.replica.domain;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.function.IntToDoubleFunction;

/**
 * The members of one {@link Bucket}. New members go to the end at once and find their place when the
 * bucket is ranked again, which a large bucket is less often: sorting it must not slow down the changes.
 */
final class BucketWriter {

    private static final int MEMBERS_PER_SECOND_OF_REST = 1_000;

    private final IntOpenHashSet members = new IntOpenHashSet();
    private IntArrayList ranked = new IntArrayList();
    private Bucket published = Bucket.EMPTY;
    private boolean changed;
    private boolean stale;
    private long rankAfterSecond = Long.MIN_VALUE;

    void add(int product) {
        if (members.add(product)) {
            ranked.add(product);
            changed = true;
            stale = true;
        }
    }

    void remove(int product) {
        if (members.remove(product)) {
            changed = true;
            stale = true;
        }
    }

    /** The score of a member, or of many, has changed. */
    void touch() {
        stale = true;
    }

    /** Whether every member is at its place. */
    boolean isRanked() {
        return !stale;
    }

    /** Whether members are out of place and the rest since they were last ranked is over. */
    boolean isRankingDue(long second) {
        return stale && second >= rankAfterSecond;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /**
     * The bucket for readers.
     *
     * @param second the time in whole seconds
     * @param score the higher, the better
     */
    Bucket publish(long second, IntToDoubleFunction score) {
        boolean rank = isRankingDue(second);
        if (changed || rank) {
            int[] current = rank ? rank(score) : remaining();
            ranked = IntArrayList.wrap(current.clone());
            published = new Bucket(current);
            changed = false;
        }
        if (rank) {
            stale = false;
            rankAfterSecond = second + 1 + members.size() / MEMBERS_PER_SECOND_OF_REST;
        }
        return published;
    }

    private int[] rank(IntToDoubleFunction score) {
        int[] products = members.toIntArray();
        double[] scores = new double[products.length];
        int[] places = new int[products.length];
        for (int i = 0; i < products.length; i++) {
            scores[i] = score.applyAsDouble(products[i]);
            places[i] = i;
        }
        IntArrays.quickSort(places, (one, other) -> {
            int byScore = Double.compare(scores[other], scores[one]);
            return byScore != 0 ? byScore : Integer.compare(products[one], products[other]);
        });
        int[] sorted = new int[products.length];
        for (int i = 0; i < places.length; i++) {
            sorted[i] = products[places[i]];
        }
        return sorted;
    }

    private int[] remaining() {
        return ranked.intStream().filter(members::contains).distinct().toArray();
    }
}
