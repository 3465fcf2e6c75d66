package io.zugabe.segmentation.profile.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the latest event said about each key, for the keys with the latest events. An entry holds
 * nothing but its latest event, so one that was cut and comes back has lost nothing, and an event
 * older than a cut one is older than all that stayed: the entries depend on the set of events alone.
 *
 * @param most number of keys kept
 */
public record LatestEntries<V>(int most, SortedMap<String, Dated<V>> entries) {

    static <V> LatestEntries<V> none(int most) {
        return new LatestEntries<>(most, new TreeMap<>());
    }

    LatestEntries<V> with(String key, Stamp stamp, V value) {
        return merge(new LatestEntries<>(most, Sums.one(null, key, new Dated<>(stamp, value))));
    }

    LatestEntries<V> merge(LatestEntries<V> other) {
        SortedMap<String, Dated<V>> union = Sums.firstKeys(entries, other.entries, Dated::later, Integer.MAX_VALUE);
        if (union == entries) {
            return this;
        }
        if (union.size() <= most) {
            return new LatestEntries<>(most, union);
        }
        SortedMap<String, Dated<V>> kept = new TreeMap<>();
        latestFirst(union).subList(0, most).forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return new LatestEntries<>(most, kept);
    }

    /** The entries, latest first. */
    public List<Map.Entry<String, Dated<V>>> latestFirst() {
        return latestFirst(entries);
    }

    private static <V> List<Map.Entry<String, Dated<V>>> latestFirst(SortedMap<String, Dated<V>> entries) {
        Comparator<Map.Entry<String, Dated<V>>> order =
                Comparator.comparing(entry -> entry.getValue().stamp());
        return entries.entrySet().stream()
                .sorted(order.reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
