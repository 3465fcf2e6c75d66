package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.fit.domain.CanonicalSelectors;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The relations by id, the values of their selectors read by the schema in force; who holds them need not know it. One
 * thread writes; any number read.
 */
final class RelationIndex {

    private final ConcurrentNavigableMap<String, Placed<Relation>> resolved = new ConcurrentSkipListMap<>();
    private final Map<String, Placed<Relation>> asWritten = new HashMap<>();

    NavigableMap<String, Placed<Relation>> byId() {
        return resolved;
    }

    LiveEvent.RelationChanged put(long at, Relation written, Schema schema) {
        asWritten.put(written.id(), new Placed<>(at, written));
        Relation relation = resolve(written, schema);
        resolved.put(relation.id(), new Placed<>(at, relation));
        return new LiveEvent.RelationChanged(at, relation);
    }

    void remove(String id) {
        asWritten.remove(id);
        resolved.remove(id);
    }

    /** Reads all selectors by another schema; gives the relations that it changed. */
    List<LiveEvent.RelationChanged> resolveAgain(Schema schema) {
        List<LiveEvent.RelationChanged> changed = new ArrayList<>();
        asWritten.forEach((id, written) -> {
            Placed<Relation> now = new Placed<>(written.position(), resolve(written.value(), schema));
            if (!now.equals(resolved.put(id, now))) {
                changed.add(new LiveEvent.RelationChanged(now.position(), now.value()));
            }
        });
        return changed;
    }

    private static Relation resolve(Relation written, Schema schema) {
        return written.withSelectors(
                CanonicalSelectors.of(schema, written.anchor()), CanonicalSelectors.of(schema, written.complement()));
    }
}
