package io.zugabe.quickstart.demoshop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the demo shop sells, by type. */
final class Assortment {

    private final Map<String, List<DemoProduct>> byType = new TreeMap<>();

    private Assortment(List<DemoProduct> products) {
        for (DemoProduct product : products) {
            byType.computeIfAbsent(product.type(), type -> new ArrayList<>()).add(product);
        }
    }

    static Assortment load() {
        var json = new JsonMapper();
        var products = new ArrayList<DemoProduct>();
        for (DemoFile file : DemoShop.products()) {
            for (String line : file.lines()) {
                try {
                    products.add(DemoProduct.of(json.readTree(line)));
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    throw new IllegalArgumentException(file.name() + ": " + e.getMessage() + " in " + line, e);
                }
            }
        }
        return new Assortment(products);
    }

    List<DemoProduct> all() {
        return byType.values().stream().flatMap(List::stream).toList();
    }

    List<DemoProduct> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    List<DemoProduct> ofTypes(Collection<String> types) {
        return types.stream().flatMap(type -> ofType(type).stream()).toList();
    }
}
