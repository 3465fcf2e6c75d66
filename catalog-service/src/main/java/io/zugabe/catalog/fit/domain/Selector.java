package io.zugabe.catalog.fit.domain;

import java.util.List;

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
     * All products of a type with a certain attribute value.
     *
     * @param attribute the key, or "brand" or "model"
     */
    record ByAttribute(String type, String attribute, String value) implements Selector {}
}
