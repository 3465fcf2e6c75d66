package io.zugabe.recommendation.replica.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Relations by what they start from. Immutable. */
public final class RelationIndex {

    static final RelationIndex EMPTY = RelationIndex.of(List.of());

    private final Lookup all;
    private final Lookup besides;
    private final int size;

    private RelationIndex(Lookup all, Lookup besides, int size) {
        this.all = all;
        this.besides = besides;
        this.size = size;
    }

    static RelationIndex of(Collection<Relation> relations) {
        Lookup all = new Lookup(new HashMap<>(), new HashSet<>());
        Lookup besides = new Lookup(new HashMap<>(), new HashSet<>());
        for (Relation relation : relations) {
            all.add(relation);
            if (!relation.terms().kind().complements()) {
                besides.add(relation);
            }
        }
        return new RelationIndex(all, besides, relations.size());
    }

    /** Relations that start from a product, the strongest first, equally strong ones by id. */
    public List<Relation> from(Product anchor) {
        return all.from(anchor);
    }

    /** Of those the ones that lead to no complement: upgrades, bundles, samples; in the same order. */
    public List<Relation> besidesComplements(Product anchor) {
        return besides.from(anchor);
    }

    public int size() {
        return size;
    }

    /**
     * Relations by the key of what they start from.
     *
     * @param kinds of selectors that any of them starts from: others need not be looked up
     */
    private record Lookup(Map<String, List<Relation>> byAnchor, Set<Class<?>> kinds) {

        void add(Relation relation) {
            byAnchor.computeIfAbsent(anchorKey(relation.anchor()), ignored -> new ArrayList<>())
                    .add(relation);
            kinds.add(relation.anchor().getClass());
        }

        List<Relation> from(Product anchor) {
            if (kinds.isEmpty()) {
                return List.of();
            }
            List<Relation> found = new ArrayList<>();
            if (has(Selector.ById.class)) {
                find(found, new Selector.ById(anchor.id()).key(), anchor);
            }
            if (has(Selector.ByGtin.class)) {
                find(found, new Selector.ByGtin(anchor.gtin()).key(), anchor);
            }
            for (String type : anchor.type().types()) {
                if (has(Selector.ByType.class)) {
                    find(found, new Selector.ByType(type).key(), anchor);
                }
                if (has(Selector.ByAttribute.class)) {
                    find(found, attributesOf(type), anchor);
                }
            }
            for (int depth = 1;
                    has(Selector.ByCategory.class) && depth <= anchor.category().size();
                    depth++) {
                find(found, new Selector.ByCategory(anchor.category().subList(0, depth)).key(), anchor);
            }
            found.sort(Comparator.comparingDouble(Relation::strength).reversed().thenComparing(Relation::id));
            return found;
        }

        private boolean has(Class<? extends Selector> kind) {
            return kinds.contains(kind);
        }

        private void find(List<Relation> found, String key, Product anchor) {
            for (Relation relation : byAnchor.getOrDefault(key, List.of())) {
                if (relation.anchor().matches(anchor)) {
                    found.add(relation);
                }
            }
        }
    }

    /** Attribute selectors lie under their type: a product has too many attribute values to look up each. */
    private static String anchorKey(Selector selector) {
        return selector instanceof Selector.ByAttribute byAttribute ? attributesOf(byAttribute.type()) : selector.key();
    }

    private static String attributesOf(String type) {
        return "attributes:" + type;
    }
}
