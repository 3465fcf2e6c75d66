package io.zugabe.recommendation.replica.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Relations by what they start from. Immutable. */
public final class RelationIndex {

    static final RelationIndex EMPTY = RelationIndex.of(List.of());

    private final Map<String, List<Relation>> byAnchor;
    private final int size;

    private RelationIndex(Map<String, List<Relation>> byAnchor, int size) {
        this.byAnchor = byAnchor;
        this.size = size;
    }

    static RelationIndex of(Collection<Relation> relations) {
        Map<String, List<Relation>> byAnchor = new HashMap<>();
        relations.forEach(
                relation -> byAnchor.computeIfAbsent(anchorKey(relation.anchor()), ignored -> new ArrayList<>())
                        .add(relation));
        return new RelationIndex(byAnchor, relations.size());
    }

    /** Relations that start from a product, the strongest first, equally strong ones by id. */
    public List<Relation> from(Product anchor) {
        List<Relation> found = new ArrayList<>();
        add(found, new Selector.ById(anchor.id()).key(), anchor);
        add(found, new Selector.ByGtin(anchor.gtin()).key(), anchor);
        anchor.type().types().forEach(type -> {
            add(found, new Selector.ByType(type).key(), anchor);
            add(found, attributesOf(type), anchor);
        });
        for (int depth = 1; depth <= anchor.category().size(); depth++) {
            add(found, new Selector.ByCategory(anchor.category().subList(0, depth)).key(), anchor);
        }
        found.sort(Comparator.comparingDouble(Relation::strength).reversed().thenComparing(Relation::id));
        return found;
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
