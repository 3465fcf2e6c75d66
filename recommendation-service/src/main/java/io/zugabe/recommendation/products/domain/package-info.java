/** The dictionary of products that replica and baskets share. */
@NullMarked
package io.zugabe.recommendation.products.domain;

import org.jspecify.annotations.NullMarked;
