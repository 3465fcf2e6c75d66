package io.zugabe.kit.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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

    /**
     * Cuts a page out of entries by their keys, without looking at those of the pages before.
     *
     * @param total number of entries over all pages that the filter accepts
     */
    public static <T> Page<T> after(
            NavigableMap<String, T> sorted, Predicate<? super T> filter, PageRequest request, long total) {
        List<T> entries = new ArrayList<>();
        String last = "";
        for (Map.Entry<String, T> entry : sorted.tailMap(request.after(), false).entrySet()) {
            if (!filter.test(entry.getValue())) {
                continue;
            }
            if (entries.size() == request.size()) {
                return new Page<>(entries, last, total);
            }
            entries.add(entry.getValue());
            last = entry.getKey();
        }
        return new Page<>(entries, "", total);
    }

    /** A page of all of a collection that comes in the order of its keys. */
    public static <T> Page<T> of(Collection<T> sorted, Function<? super T, String> key, PageRequest request) {
        return of(sorted, _ -> true, key, request);
    }
}
