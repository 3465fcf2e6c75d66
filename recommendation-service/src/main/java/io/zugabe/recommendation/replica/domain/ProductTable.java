package io.zugabe.recommendation.replica.domain;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Products by number. One writer; a frozen view is left alone by later writes, which copy only the
 * parts that they touch.
 */
final class ProductTable {

    static final int PART = 1_024;

    private @Nullable Product[][] parts = new Product[0][];
    private final BitSet mine = new BitSet();
    private boolean frozen;
    private int size;

    @Nullable
    Product get(int number) {
        return get(parts, number);
    }

    static @Nullable Product get(@Nullable Product[][] parts, int number) {
        int part = number / PART;
        return part < parts.length ? parts[part][number % PART] : null;
    }

    void put(int number, @Nullable Product product) {
        @Nullable Product[] part = writable(number / PART);
        size += (product == null ? 0 : 1) - (part[number % PART] == null ? 0 : 1);
        part[number % PART] = product;
    }

    int size() {
        return size;
    }

    @Nullable
    Product[][] freeze() {
        frozen = true;
        mine.clear();
        return parts;
    }

    private @Nullable Product[] writable(int part) {
        if (frozen || part >= parts.length) {
            int before = parts.length;
            parts = Arrays.copyOf(parts, Math.max(before, part + 1));
            frozen = false;
            for (int added = before; added < parts.length; added++) {
                parts[added] = new Product[PART];
                mine.set(added);
            }
        }
        if (!mine.get(part)) {
            parts[part] = parts[part].clone();
            mine.set(part);
        }
        return parts[part];
    }
}
