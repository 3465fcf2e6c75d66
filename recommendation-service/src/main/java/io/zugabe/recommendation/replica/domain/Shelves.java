package io.zugabe.recommendation.replica.domain;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;

/**
 * The shelves that decisions have asked for. Filled as they ask; thrown away as a whole when rules, relations or disputes
 * change, and a while after products came, went or changed their rank: a shelf only says what to look at, and everything
 * on it is looked at again before it is offered.
 */
final class Shelves {

    private static final int MOST = 200_000;

    private final ConcurrentHashMap<Key, Shelf> shelves = new ConcurrentHashMap<>();

    /** All anchors of a type and a fit group find the same. */
    private record Key(long fitGroup, TypePath type, String relation, int most) {}

    /** The shelf of a relation from an anchor. */
    Shelf of(
            Relation relation,
            Product anchor,
            int most,
            CatalogSnapshot catalog,
            IntToDoubleFunction popularity,
            IntToDoubleFunction worth) {
        Key key = new Key(anchor.fitGroup(), anchor.type(), relation.id(), most);
        Shelf known = shelves.get(key);
        if (known != null) {
            return known;
        }
        Shelf built = new ShelfBuilder(catalog, relation, anchor, most, popularity, worth).build();
        if (shelves.size() >= MOST) {
            return built;
        }
        Shelf earlier = shelves.putIfAbsent(key, built);
        return earlier == null ? built : earlier;
    }
}
