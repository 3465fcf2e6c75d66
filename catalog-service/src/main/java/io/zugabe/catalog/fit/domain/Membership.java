package io.zugabe.catalog.fit.domain;

import java.util.Set;

/**
 * That a maker statement means a product, or may mean it.
 *
 * @param certain false if an attribute is missing that would decide it
 * @param missing the keys of these attributes
 */
record Membership(MakerStatement statement, boolean certain, Set<String> missing) {}
