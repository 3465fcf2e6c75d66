package io.zugabe.segmentation.audience.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** How often each of a bounded number of values was seen among buyers and others. */
final class ValueCounts {

    private final int most;
    private final Map<String, long[]> counts = new HashMap<>();
    private boolean overflown;

    /**
     * @param most values counted at most; further ones are not
     */
    ValueCounts(int most) {
        this.most = most;
    }

    void add(String value, boolean buyer) {
        long[] seen = counts.get(value);
        if (seen == null) {
            if (counts.size() == most) {
                overflown = true;
                return;
            }
            seen = new long[2];
            counts.put(value, seen);
        }
        seen[buyer ? 0 : 1]++;
    }

    /** Whether there were more values than could be counted. */
    boolean overflown() {
        return overflown;
    }

    /** Hands over each value with its number of buyers and of others. */
    void forEach(BiConsumer<String, long[]> consumer) {
        counts.forEach(consumer);
    }

    void clear() {
        counts.clear();
    }
}
