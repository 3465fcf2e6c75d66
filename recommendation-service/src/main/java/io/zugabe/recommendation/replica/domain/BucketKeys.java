package io.zugabe.recommendation.replica.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the buckets that a product lies in: all, its types, its fit group, and what relations lead to.
 * Products have too many categories and attribute values to keep a bucket for each, so these get one
 * only when a relation asks for it.
 */
final class BucketKeys {

    static final String ALL = "all";

    private final Set<String> wanted = new HashSet<>();
    private final Map<String, List<Selector.ByAttribute>> wantedByType = new HashMap<>();

    /** Asks for a bucket of a selector; true if it is new, so that it has to be filled. */
    boolean want(Selector selector) {
        return switch (selector) {
            case Selector.ById ignored -> false;
            case Selector.ByType ignored -> false;
            case Selector.ByGtin byGtin -> wanted.add(byGtin.key());
            case Selector.ByCategory byCategory -> wanted.add(byCategory.key());
            case Selector.ByAttribute byAttribute -> {
                boolean isNew = wanted.add(byAttribute.key());
                if (isNew) {
                    wantedByType
                            .computeIfAbsent(byAttribute.type(), ignored -> new ArrayList<>())
                            .add(byAttribute);
                }
                yield isNew;
            }
        };
    }

    Set<String> of(Product product) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(ALL);
        for (String type : product.type().types()) {
            keys.add(new Selector.ByType(type).key());
            wantedByType.getOrDefault(type, List.of()).stream()
                    .filter(selector -> selector.matches(product))
                    .forEach(selector -> keys.add(selector.key()));
        }
        if (product.fitGroup() != 0) {
            keys.add(ofGroup(product.fitGroup()));
        }
        if (!product.gtin().isEmpty()) {
            addWanted(keys, new Selector.ByGtin(product.gtin()).key());
        }
        for (int depth = 1; depth <= product.category().size(); depth++) {
            addWanted(keys, new Selector.ByCategory(product.category().subList(0, depth)).key());
        }
        return keys;
    }

    static String ofGroup(long group) {
        return "group:" + Long.toUnsignedString(group);
    }

    private void addWanted(Set<String> keys, String key) {
        if (wanted.contains(key)) {
            keys.add(key);
        }
    }
}
