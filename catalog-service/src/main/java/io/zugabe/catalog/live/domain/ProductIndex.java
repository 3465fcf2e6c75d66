package io.zugabe.catalog.live.domain;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The products by id, in order and by type. One thread writes; any number read. */
final class ProductIndex {

    private final Map<String, CatalogEntry> entries = new ConcurrentHashMap<>();
    private volatile @Nullable CatalogEntry[] byOrdinal = new CatalogEntry[0];
    private final ConcurrentNavigableMap<String, CatalogEntry> byId = new ConcurrentSkipListMap<>();
    private final Map<String, OfType> byType = new ConcurrentHashMap<>();

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
        OfType found = byType.get(type);
        return found == null ? Collections.emptyNavigableMap() : found.byId();
    }

    /** Number of products of exactly one type. */
    int sizeOfType(String type) {
        OfType found = byType.get(type);
        return found == null ? 0 : found.size().get();
    }

    /** The numbers of the products of exactly one type, by id. */
    OrdinalsById ordinalsOfType(String type) {
        OfType found = byType.get(type);
        return found == null ? new OrdinalsById() : found.order();
    }

    Set<String> types() {
        return byType.keySet();
    }

    /** The product with a number; null if there is none. */
    @Nullable
    CatalogEntry at(int ordinal) {
        @Nullable CatalogEntry[] current = byOrdinal;
        return ordinal < current.length ? current[ordinal] : null;
    }

    void put(CatalogEntry entry) {
        number(entry.ordinal(), entry);
        String id = entry.product().id();
        CatalogEntry old = entries.put(id, entry);
        if (old != null && !old.product().type().equals(entry.product().type())) {
            leaveType(old);
        }
        byId.put(id, entry);
        OfType ofType = byType.computeIfAbsent(entry.product().type(), _ -> new OfType());
        if (ofType.put(id, entry)) {
            ofType.order().add(entry.ordinal(), id, this::idOf);
        }
    }

    /** Puts another state of a product that is in, of the same type; returns the one before. */
    CatalogEntry replace(CatalogEntry entry) {
        String id = entry.product().id();
        number(entry.ordinal(), entry);
        byId.replace(id, entry);
        ofType(entry.product().type()).replace(id, entry);
        CatalogEntry old = entries.put(id, entry);
        if (old == null) {
            throw new IllegalStateException("there is no product " + id);
        }
        return old;
    }

    /** Removes a product; returns it if it existed. */
    Optional<CatalogEntry> remove(String id) {
        CatalogEntry old = entries.remove(id);
        if (old != null) {
            byId.remove(id);
            leaveType(old);
            number(old.ordinal(), null);
        }
        return Optional.ofNullable(old);
    }

    private void number(int ordinal, @Nullable CatalogEntry entry) {
        @Nullable CatalogEntry[] current = byOrdinal;
        if (ordinal >= current.length) {
            current = Arrays.copyOf(current, Math.max(ordinal + 1, current.length + (current.length >> 1)));
        }
        current[ordinal] = entry;
        byOrdinal = current;
    }

    private void leaveType(CatalogEntry entry) {
        String id = entry.product().id();
        String type = entry.product().type();
        OfType ofType = byType.get(type);
        if (ofType != null && ofType.remove(id)) {
            ofType.order().remove(id, this::idOf);
            if (ofType.size().get() == 0) {
                byType.remove(type);
            }
        }
    }

    private String idOf(int ordinal) {
        CatalogEntry entry = at(ordinal);
        if (entry == null) {
            throw new IllegalStateException("no product has the number " + ordinal);
        }
        return entry.product().id();
    }

    /** The products of a type, counted apart: a skip list counts by walking. */
    private record OfType(ConcurrentNavigableMap<String, CatalogEntry> byId, AtomicInteger size, OrdinalsById order) {

        OfType() {
            this(new ConcurrentSkipListMap<>(), new AtomicInteger(), new OrdinalsById());
        }

        /** Whether the product is new. */
        boolean put(String id, CatalogEntry entry) {
            boolean added = byId.put(id, entry) == null;
            if (added) {
                size.incrementAndGet();
            }
            return added;
        }

        /** Whether the product was there. */
        boolean remove(String id) {
            boolean removed = byId.remove(id) != null;
            if (removed) {
                size.decrementAndGet();
            }
            return removed;
        }
    }
}
