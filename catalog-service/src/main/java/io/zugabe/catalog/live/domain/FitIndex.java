package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.fit.domain.FitGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which products are in which fit group. Products are numbered, so that the group of one is an array read and the
 * products of a group are a bitmap. One thread writes; any number read.
 */
public final class FitIndex {

    private static final int SMALLEST = 1_024;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<FitGroup, Members> members = new ConcurrentHashMap<>();
    private final RoaringBitmap free = new RoaringBitmap();
    private volatile @Nullable FitGroup[] groups = new FitGroup[0];
    private int end;

    /** A number for a new product: one that was given back, or the next. */
    int newOrdinal() {
        if (!free.isEmpty()) {
            int given = free.first();
            free.remove(given);
            return given;
        }
        if (end == groups.length) {
            groups = Arrays.copyOf(groups, Math.max(SMALLEST, end + (end >> 1)));
        }
        return end++;
    }

    /** Puts a product into a group, out of the one that it was in; null for none. */
    void put(int ordinal, @Nullable FitGroup group) {
        @Nullable FitGroup[] current = groups;
        FitGroup old = current[ordinal];
        if (old == group) {
            return;
        }
        current[ordinal] = group;
        groups = current;
        lock.writeLock().lock();
        try {
            if (old != null) {
                leave(ordinal, old);
            }
            if (group != null) {
                members.computeIfAbsent(group, _ -> new Members()).add(ordinal);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Gives a product's number back. */
    void remove(int ordinal) {
        put(ordinal, null);
        free.add(ordinal);
    }

    /** Number of products in a group. */
    public int count(FitGroup group) {
        Members found = members.get(group);
        return found == null ? 0 : found.count;
    }

    /** The numbers of the products that are in any of some groups. */
    public RoaringBitmap members(Iterable<FitGroup> of) {
        lock.readLock().lock();
        try {
            List<RoaringBitmap> found = new ArrayList<>();
            for (FitGroup group : of) {
                Members ofGroup = members.get(group);
                if (ofGroup != null) {
                    found.add(ofGroup.ordinals);
                }
            }
            return RoaringBitmap.or(found.iterator());
        } finally {
            lock.readLock().unlock();
        }
    }

    private void leave(int ordinal, FitGroup group) {
        Members left = members.get(group);
        if (left != null && left.remove(ordinal) == 0) {
            members.remove(group);
        }
    }

    /** The products of a group, counted apart so that counting needs no lock. */
    private static final class Members {

        private final RoaringBitmap ordinals = new RoaringBitmap();
        private volatile int count;

        void add(int ordinal) {
            ordinals.add(ordinal);
            count = ordinals.getCardinality();
        }

        int remove(int ordinal) {
            ordinals.remove(ordinal);
            count = ordinals.getCardinality();
            return count;
        }
    }
}
