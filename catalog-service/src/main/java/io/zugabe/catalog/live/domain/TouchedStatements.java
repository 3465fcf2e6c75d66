package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.product.domain.Gtin;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The maker statements written or deleted since the fit table was built, as they were and as they are. */
final class TouchedStatements {

    private final Set<String> ids = new HashSet<>();
    private final Set<Selector> selectors = new HashSet<>();

    void add(@Nullable MakerStatement now, @Nullable Placed<MakerStatement> before) {
        if (now != null) {
            add(now);
        }
        if (before != null) {
            add(before.value());
        }
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    Set<String> ids() {
        return ids;
    }

    void clear() {
        ids.clear();
        selectors.clear();
    }

    /** The products that a statement may mean or have meant, by their id. */
    Map<String, CatalogEntry> concerned(ProductIndex products, Schema schema) {
        Map<String, CatalogEntry> concerned = new LinkedHashMap<>();
        Set<String> wholeTypes = new HashSet<>();
        Set<String> gtins = new HashSet<>();
        for (Selector selector : selectors) {
            switch (selector) {
                case Selector.ByProduct(String id) -> products.find(id).ifPresent(entry -> concerned.put(id, entry));
                case Selector.ByGtin(String gtin) -> gtins.add(Gtin.padded(gtin));
                case Selector.ByType(String type) -> addTypesBelow(wholeTypes, products, schema, type);
                case Selector.ByAttributes attribute -> addTypesBelow(wholeTypes, products, schema, attribute.type());
                case Selector.ByCategory _ -> {} // statements have none
            }
        }
        wholeTypes.forEach(type -> concerned.putAll(products.ofType(type)));
        if (!gtins.isEmpty()) {
            products.byId().forEach((id, entry) -> {
                String gtin = entry.product().gtin();
                if (!gtin.isEmpty() && gtins.contains(Gtin.padded(gtin))) {
                    concerned.put(id, entry);
                }
            });
        }
        return concerned;
    }

    private void add(MakerStatement statement) {
        ids.add(statement.id());
        selectors.addAll(statement.hosts());
        selectors.addAll(statement.parts());
    }

    private static void addTypesBelow(Set<String> types, ProductIndex products, Schema schema, String ancestor) {
        products.types().stream().filter(type -> schema.isA(type, ancestor)).forEach(types::add);
    }
}
