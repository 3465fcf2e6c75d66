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

    private final Map<String, List<Relation>> byAnchor;
    private final Set<Class<?>> kinds;
    private final int size;

    private RelationIndex(Map<String, List<Relation>> byAnchor, Set<Class<?>> kinds, int size) {
        this.byAnchor = byAnchor;
        this.kinds = kinds;
        this.size = size;
    }

    static RelationIndex of(Collection<Relation> relations) {
        Map<String, List<Relation>> byAnchor = new HashMap<>();
        relations.forEach(
                relation -> byAnchor.computeIfAbsent(anchorKey(relation.anchor()), ignored -> new ArrayList<>())
                        .add(relation));
        Set<Class<?>> kinds = new HashSet<>();
        relations.forEach(relation -> kinds.add(relation.anchor().getClass()));
        return new RelationIndex(byAnchor, kinds, relations.size());
    }

    /** Relations that start from a product, the strongest first, equally strong ones by id. */
    public List<Relation> from(Product anchor) {
        List<Relation> found = new ArrayList<>();
        if (has(Selector.ById.class)) {
            add(found, new Selector.ById(anchor.id()).key(), anchor);
        }
        if (has(Selector.ByGtin.class)) {
            add(found, new Selector.ByGtin(anchor.gtin()).key(), anchor);
        }
        for (String type : anchor.type().types()) {
            if (has(Selector.ByType.class)) {
                add(found, new Selector.ByType(type).key(), anchor);
            }
            if (has(Selector.ByAttribute.class)) {
                add(found, attributesOf(type), anchor);
            }
        }
        for (int depth = 1;
                has(Selector.ByCategory.class) && depth <= anchor.category().size();
                depth++) {
            add(found, new Selector.ByCategory(anchor.category().subList(0, depth)).key(), anchor);
        }
        found.sort(Comparator.comparingDouble(Relation::strength).reversed().thenComparing(Relation::id));
        return found;
    }

    private boolean has(Class<? extends Selector> kind) {
        return kinds.contains(kind);
    }

    public int size() {
        return size;
    }

    private void add(List<Relation> found, String key, Product anchor) {
        for (Relation relation : byAnchor.getOrDefault(key, List.of())) {
            if (relation.anchor().matches(anchor)) {
                found.add(relation);
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
