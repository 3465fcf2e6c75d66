package io.zugabe.segmentation.profile.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The commutative and associative operations that profiles are made of. */
final class Sums {

    private Sums() {}

    /** Sum of two numbers that are not negative; stays at the largest number instead of overflowing. */
    static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }

    static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    /**
     * Both maps with the values of shared keys merged, cut to the first keys in their order. Whether a
     * key is among the first depends on the set of keys alone, so a key that stays was never cut before.
     */
    static <K, V> SortedMap<K, V> firstKeys(SortedMap<K, V> a, SortedMap<K, V> b, BinaryOperator<V> merge, int most) {
        if (b.isEmpty() || a.isEmpty() && b.size() <= most) {
            return b.isEmpty() ? a : b;
        }
        TreeMap<K, V> union = new TreeMap<>(a.comparator());
        union.putAll(a);
        for (Map.Entry<K, V> entry : b.entrySet()) {
            union.merge(entry.getKey(), entry.getValue(), merge);
        }
        while (union.size() > most) {
            union.pollLastEntry();
        }
        return union;
    }

    /** Both sets, cut to the first entries in their order. */
    static SortedSet<String> first(SortedSet<String> a, SortedSet<String> b, int most) {
        if (a.containsAll(b)) {
            return a;
        }
        TreeSet<String> union = new TreeSet<>(a);
        union.addAll(b);
        while (union.size() > most) {
            union.pollLast();
        }
        return union;
    }

    static <K, V> SortedMap<K, V> one(@Nullable Comparator<? super K> order, K key, V value) {
        SortedMap<K, V> map = new TreeMap<>(order);
        map.put(key, value);
        return map;
    }
}
