package io.zugabe.catalog.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A page of a list.
 *
 * @param next sort key of the last entry; empty if there are no more
 * @param total number of entries over all pages
 */
public record Page<T>(List<T> entries, String next, long total) {

    /**
     * Cuts a page out of entries that come in the order of their keys.
     *
     * @param key an entry's sort key
     */
    public static <T> Page<T> of(
            Iterable<T> sorted, Predicate<? super T> filter, Function<? super T, String> key, PageRequest request) {
        List<T> entries = new ArrayList<>();
        long total = 0;
        boolean more = false;
        for (T entry : sorted) {
            if (!filter.test(entry)) {
                continue;
            }
            total++;
            if (key.apply(entry).compareTo(request.after()) > 0) {
                if (entries.size() < request.size()) {
                    entries.add(entry);
                } else {
                    more = true;
                }
            }
        }
        return new Page<>(entries, more ? key.apply(entries.getLast()) : "", total);
    }

    /** A page of all of a collection that comes in the order of its keys. */
    public static <T> Page<T> of(Collection<T> sorted, Function<? super T, String> key, PageRequest request) {
        return of(sorted, _ -> true, key, request);
    }
}
