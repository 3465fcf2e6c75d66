package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.product.domain.Gtin;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the maker statements that mean a product in one role, without asking each of them. */
final class StatementIndex {

    private final Schema schema;
    private final Map<String, List<MakerStatement>> byProduct = new HashMap<>();
    private final Map<String, List<MakerStatement>> byGtin = new HashMap<>();
    private final Map<String, List<MakerStatement>> byType = new HashMap<>();
    private final Map<String, List<AttributeSelection>> byAttribute = new HashMap<>();

    private StatementIndex(Schema schema) {
        this.schema = schema;
    }

    static StatementIndex ofHosts(Schema schema, Collection<MakerStatement> statements) {
        StatementIndex index = new StatementIndex(schema);
        statements.forEach(statement -> statement.hosts().forEach(selector -> index.add(statement, selector)));
        return index;
    }

    static StatementIndex ofParts(Schema schema, Collection<MakerStatement> statements) {
        StatementIndex index = new StatementIndex(schema);
        statements.forEach(statement -> statement.parts().forEach(selector -> index.add(statement, selector)));
        return index;
    }

    /** The statements that mean a product, or may mean it, by their id. */
    Map<String, Membership> membershipsOf(Product product) {
        Map<String, Membership> found = new HashMap<>();
        byProduct.getOrDefault(product.id(), List.of()).forEach(statement -> certain(found, statement));
        if (!product.gtin().isEmpty()) {
            byGtin.getOrDefault(Gtin.padded(product.gtin()), List.of()).forEach(statement -> certain(found, statement));
        }
        for (String type : schema.path(product.type())) {
            byType.getOrDefault(type, List.of()).forEach(statement -> certain(found, statement));
            byAttribute.getOrDefault(type, List.of()).forEach(selection -> match(found, selection, product));
        }
        return found;
    }

    private void add(MakerStatement statement, Selector selector) {
        switch (selector) {
            case Selector.ByProduct(String id) -> put(byProduct, id, statement);
            case Selector.ByGtin(String gtin) -> put(byGtin, Gtin.padded(gtin), statement);
            case Selector.ByType(String type) -> put(byType, type, statement);
            case Selector.ByAttributes attribute ->
                byAttribute
                        .computeIfAbsent(attribute.type(), _ -> new ArrayList<>())
                        .add(new AttributeSelection(statement, attribute));
            case Selector.ByCategory _ -> {} // refused when written: a maker does not know a shop's categories
        }
    }

    private void match(Map<String, Membership> found, AttributeSelection selection, Product product) {
        Set<String> missing = new TreeSet<>();
        for (Map.Entry<String, String> wanted : selection.selector().wanted().entrySet()) {
            switch (AttributeMatching.match(schema, wanted.getKey(), wanted.getValue(), product)) {
                case YES -> {}
                case UNKNOWN -> missing.add(wanted.getKey());
                case NO -> {
                    return;
                }
            }
        }
        if (missing.isEmpty()) {
            certain(found, selection.statement());
        } else {
            found.putIfAbsent(
                    selection.statement().id(), new Membership(selection.statement(), false, Set.copyOf(missing)));
        }
    }

    private static void certain(Map<String, Membership> found, MakerStatement statement) {
        found.put(statement.id(), new Membership(statement, true, Set.of()));
    }

    private static void put(Map<String, List<MakerStatement>> index, String key, MakerStatement statement) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(statement);
    }

    private record AttributeSelection(MakerStatement statement, Selector.ByAttributes selector) {}
}
