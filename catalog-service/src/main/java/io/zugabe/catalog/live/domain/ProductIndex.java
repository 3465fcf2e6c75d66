package io.zugabe.catalog.live.domain;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The products by id, in order and by type. One thread writes; any number read. */
final class ProductIndex {

    private final Map<String, CatalogEntry> entries = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<String, CatalogEntry> byId = new ConcurrentSkipListMap<>();
    private final Map<String, ConcurrentNavigableMap<String, CatalogEntry>> byType = new ConcurrentHashMap<>();

    Optional<CatalogEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** Counted by the hash map: a skip list counts by walking. */
    int size() {
        return entries.size();
    }

    NavigableMap<String, CatalogEntry> byId() {
        return byId;
    }

    NavigableMap<String, CatalogEntry> ofType(String type) {
        NavigableMap<String, CatalogEntry> found = byType.get(type);
        return found == null ? Collections.emptyNavigableMap() : found;
    }

    Iterable<String> types() {
        return byType.keySet();
    }

    void put(CatalogEntry entry) {
        String id = entry.product().id();
        CatalogEntry old = entries.put(id, entry);
        if (old != null && !old.product().type().equals(entry.product().type())) {
            leaveType(old);
        }
        byId.put(id, entry);
        byType.computeIfAbsent(entry.product().type(), _ -> new ConcurrentSkipListMap<>())
                .put(id, entry);
    }

    void remove(String id) {
        CatalogEntry old = entries.remove(id);
        if (old != null) {
            byId.remove(id);
            leaveType(old);
        }
    }

    private void leaveType(CatalogEntry entry) {
        NavigableMap<String, CatalogEntry> ofType = byType.get(entry.product().type());
        if (ofType != null) {
            ofType.remove(entry.product().id());
            if (ofType.isEmpty()) {
                byType.remove(entry.product().type());
            }
        }
    }
}
