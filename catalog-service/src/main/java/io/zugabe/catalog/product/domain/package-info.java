/** What a product is. */
@NullMarked
package io.zugabe.catalog.product.domain;

import org.jspecify.annotations.NullMarked;
