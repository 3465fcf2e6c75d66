package io.zugabe.recommendation.replica.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Selects products. */
public sealed interface Selector {

    boolean matches(Product product);

    /** Whether products of a type can match at all: types are few, products many. */
    default boolean mayMatch(TypePath type) {
        return true;
    }

    /** The name of the set of products that this selects; equal for equal selectors. */
    String key();

    /** The product with an id. */
    record ById(String id) implements Selector {
        @Override
        public boolean matches(Product product) {
            return product.id().equals(id);
        }

        @Override
        public String key() {
            return "id:" + id;
        }
    }

    /**
     * The product with a GTIN.
     *
     * @param gtin leading zeros make no difference: padded to 14 digits, GTINs of all lengths can be compared
     */
    record ByGtin(String gtin) implements Selector {

        private static final int LONGEST = 14;

        public ByGtin {
            gtin = "0".repeat(Math.max(0, LONGEST - gtin.length())) + gtin;
        }

        @Override
        public boolean matches(Product product) {
            return !product.gtin().isEmpty() && new ByGtin(product.gtin()).gtin.equals(gtin);
        }

        @Override
        public String key() {
            return "gtin:" + gtin;
        }
    }

    /** Products of a type or a type below it. */
    record ByType(String type) implements Selector {
        @Override
        public boolean matches(Product product) {
            return mayMatch(product.type());
        }

        @Override
        public boolean mayMatch(TypePath path) {
            return path.isA(type);
        }

        @Override
        public String key() {
            return "type:" + type;
        }
    }

    /** Products whose category path starts with these elements. */
    record ByCategory(List<String> path) implements Selector {
        public ByCategory {
            path = List.copyOf(path);
        }

        @Override
        public boolean matches(Product product) {
            List<String> category = product.category();
            return category.size() >= path.size()
                    && category.subList(0, path.size()).equals(path);
        }

        @Override
        public String key() {
            return "category:" + String.join("\0", path);
        }
    }

    /**
     * Products of a type (or a type below it) with attribute values.
     *
     * @param wanted values by attribute, all of which must match
     */
    record ByAttribute(String type, SortedMap<String, String> wanted) implements Selector {

        public ByAttribute {
            wanted = Collections.unmodifiableSortedMap(new TreeMap<>(wanted));
        }

        /** One attribute alone. */
        public ByAttribute(String type, String attribute, String value) {
            this(type, new TreeMap<>(Map.of(attribute, value)));
        }

        @Override
        public boolean matches(Product product) {
            return mayMatch(product.type())
                    && wanted.entrySet().stream().allMatch(each -> has(product, each.getKey(), each.getValue()));
        }

        @Override
        public boolean mayMatch(TypePath path) {
            return path.isA(type);
        }

        private static boolean has(Product product, String attribute, String value) {
            return switch (attribute) {
                case "brand" -> product.brand().equals(value);
                case "model" -> product.model().equals(value);
                default ->
                    product.attributes().getOrDefault(attribute, List.of()).contains(value);
            };
        }

        @Override
        public String key() {
            StringBuilder key = new StringBuilder("attribute:").append(type);
            wanted.forEach((attribute, value) ->
                    key.append('\0').append(attribute).append('\0').append(value));
            return key.toString();
        }
    }
}
