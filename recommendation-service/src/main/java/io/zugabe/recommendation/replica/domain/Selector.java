package io.zugabe.recommendation.replica.domain;

import java.util.List;

/** Selects products. */
public sealed interface Selector {

    boolean matches(Product product);

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
            return product.type().isA(type);
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

    /** Products of a type (or a type below it) with an attribute value. */
    record ByAttribute(String type, String attribute, String value) implements Selector {
        @Override
        public boolean matches(Product product) {
            return product.type().isA(type)
                    && switch (attribute) {
                        case "brand" -> product.brand().equals(value);
                        case "model" -> product.model().equals(value);
                        default ->
                            product.attributes()
                                    .getOrDefault(attribute, List.of())
                                    .contains(value);
                    };
        }

        @Override
        public String key() {
            return "attribute:" + type + "\0" + attribute + "\0" + value;
        }
    }
}
