package io.zugabe.recommendation.complements.domain;

import io.zugabe.recommendation.moment.domain.Lag;
import io.zugabe.recommendation.moment.domain.LagHistogram;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/**
 * Counts, for pairs of groups of products (types, categories), how many customers bought both and when: from the first
 * purchase of one to the first of the other, within half a year either way.
 */
final class GroupPairs {

    /** What lies further apart has nothing to do with each other. */
    static final int WINDOW_MINUTES = 180 * 24 * 60;

    /** Pairs that are counted; of more, those that were met first. */
    private static final int MOST_PAIRS = 200_000;

    /** Who buys of more groups buys everything, and nothing in particular. */
    private static final int MOST_GROUPS = 100;

    private static final int NEVER = Integer.MIN_VALUE;
    private static final double MINUTES_OF_DAY = 24 * 60;

    private final int[] groupOf;
    private final Long2IntOpenHashMap cells = new Long2IntOpenHashMap();
    private final int[] customersOf;
    private final int[] first;
    private final IntArrayList met = new IntArrayList();
    private int[] before = new int[1_024];
    private int[] together = new int[1_024];
    private int[] after = new int[1_024];
    private int[] lags = new int[1_024 * LagHistogram.BINS];
    private int customers;

    /** Takes a pair of groups: the first seen from, the second how it follows. */
    @FunctionalInterface
    interface PairVisitor {
        void visit(int from, int to, Lag lag);
    }

    /**
     * @param groupOf by product number, from 0; −1 for none
     */
    GroupPairs(int[] groupOf, int groups) {
        this.groupOf = groupOf;
        this.customersOf = new int[groups];
        this.first = new int[groups];
        Arrays.fill(first, NEVER);
        cells.defaultReturnValue(-1);
    }

    /** The group of a product; −1 for none. */
    int groupOf(int product) {
        return product < groupOf.length ? groupOf[product] : -1;
    }

    int customers() {
        return customers;
    }

    int customersOf(int group) {
        return customersOf[group];
    }

    void count(Orders orders) {
        orders.forEachCustomer((sorted, from, to) -> add(orders, sorted, from, to));
    }

    void forEach(PairVisitor visitor) {
        for (Long2IntMap.Entry entry : cells.long2IntEntrySet()) {
            visitor.visit((int) (entry.getLongKey() >>> 32), (int) entry.getLongKey(), lag(entry.getIntValue()));
        }
    }

    private void add(Orders orders, int[] sorted, int from, int to) {
        customers++;
        for (int at = from; at < to; at++) {
            for (int product : orders.products(sorted[at])) {
                int group = groupOf(product);
                if (group >= 0 && first[group] == NEVER) {
                    first[group] = orders.minute(sorted[at]);
                    met.add(group);
                    customersOf[group]++;
                }
            }
        }
        if (met.size() <= MOST_GROUPS) {
            addPairs();
        }
        met.forEach(group -> first[group] = NEVER);
        met.clear();
    }

    private void addPairs() {
        for (int one = 0; one < met.size(); one++) {
            for (int other = 0; other < met.size(); other++) {
                if (one != other) {
                    addPair(met.getInt(one), met.getInt(other));
                }
            }
        }
    }

    private void addPair(int from, int to) {
        long lag = (long) first[to] - first[from];
        if (Math.abs(lag) > WINDOW_MINUTES) {
            return;
        }
        int cell = cell(from, to);
        if (cell < 0) {
            return;
        }
        if (lag == 0) {
            together[cell]++;
        } else if (lag < 0) {
            before[cell]++;
        } else {
            after[cell]++;
            lags[cell * LagHistogram.BINS + LagHistogram.bin(lag / MINUTES_OF_DAY)]++;
        }
    }

    private int cell(int from, int to) {
        long key = (long) from << 32 | to;
        int known = cells.get(key);
        if (known >= 0 || cells.size() >= MOST_PAIRS) {
            return known;
        }
        int cell = cells.size();
        if (cell >= before.length) {
            before = Arrays.copyOf(before, cell * 2);
            together = Arrays.copyOf(together, cell * 2);
            after = Arrays.copyOf(after, cell * 2);
            lags = Arrays.copyOf(lags, cell * 2 * LagHistogram.BINS);
        }
        cells.put(key, cell);
        return cell;
    }

    private Lag lag(int cell) {
        int place = cell * LagHistogram.BINS;
        return new Lag(
                before[cell],
                together[cell],
                after[cell],
                LagHistogram.quantile(lags, place, after[cell], 0.25),
                LagHistogram.quantile(lags, place, after[cell], 0.5),
                LagHistogram.quantile(lags, place, after[cell], 0.75));
    }
}
