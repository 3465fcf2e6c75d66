/** Curated relations between products. */
@NullMarked
package io.zugabe.catalog.relation.domain;

import org.jspecify.annotations.NullMarked;
