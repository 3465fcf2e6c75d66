package io.zugabe.catalog.fit.domain;

/**
 * A limit of a pair that does not count because another product of the set bridges the pair.
 *
 * @param bridge id of the product that fits both
 */
public record LiftedLimit(String host, String part, String bridge, Limit limit) {}
