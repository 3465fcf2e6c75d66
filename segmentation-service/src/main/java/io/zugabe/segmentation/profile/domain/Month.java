package io.zugabe.segmentation.profile.domain;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one calendar month (UTC).
 *
 * @param firstOrder null if there was none
 * @param lastOrder null if there was none
 * @param categories bought from
 */
public record Month(
        Counts counts,
        @Nullable Instant firstOrder,
        @Nullable Instant lastOrder,
        SortedSet<String> categories) {

    static Month of(Counts counts) {
        return new Month(counts, null, null, new TreeSet<>());
    }

    Month merge(Month other, Limits limits) {
        return new Month(
                counts.plus(other.counts),
                Sums.earlier(firstOrder, other.firstOrder),
                Sums.later(lastOrder, other.lastOrder),
                Sums.first(categories, other.categories, limits.categories()));
    }
}
