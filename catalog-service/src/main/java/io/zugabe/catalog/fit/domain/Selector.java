package io.zugabe.catalog.fit.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Selects products. */
public sealed interface Selector {

    /** The product with this id. */
    record ByProduct(String productId) implements Selector {}

    /** The product with this GTIN. */
    record ByGtin(String gtin) implements Selector {}

    /** All products of a type or a type below it. */
    record ByType(String type) implements Selector {}

    /** All products whose category path starts with these elements. */
    record ByCategory(List<String> path) implements Selector {}

    /**
     * All products of a type with certain attribute values.
     *
     * @param wanted values by attribute, or by "brand" or "model"; all must match; at least one
     */
    record ByAttributes(String type, Map<String, String> wanted) implements Selector {

        public ByAttributes {
            wanted = Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
        }

        /** One attribute alone. */
        public ByAttributes(String type, String attribute, String value) {
            this(type, Map.of(attribute, value));
        }
    }
}
