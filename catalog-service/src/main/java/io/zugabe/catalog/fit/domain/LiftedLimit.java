package io.zugabe.catalog.fit.domain;

import org.jspecify.annotations.Nullable;

/**
 * A limit or misfit of a pair that does not count because another product of the set bridges the pair.
 *
 * @param bridge id of the product that fits both
 * @param limit null if without the bridge the pair would not fit at all
 */
public record LiftedLimit(
        String host, String part, String bridge, @Nullable Limit limit) {}
