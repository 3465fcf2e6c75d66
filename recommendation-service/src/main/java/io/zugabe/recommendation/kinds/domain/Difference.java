package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.replica.domain.LocalizedText;

/**
 * How one product differs from another in one attribute.
 *
 * @param attribute its key; "price" and "price_per_unit" for what it costs
 * @param from value of the product that would be replaced, without unit; empty if it has none
 * @param to value of the one that would replace it, without unit; empty if it has none
 * @param unit of both; empty if there is none
 * @param better whether the second is the better one in this
 */
public record Difference(String attribute, LocalizedText name, String from, String to, String unit, boolean better) {

    public static final String PRICE = "price";
    public static final String PRICE_PER_UNIT = "price_per_unit";
}
