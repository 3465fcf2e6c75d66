/** Writing, reading and listing products. */
@NullMarked
package io.zugabe.catalog.product;

import org.jspecify.annotations.NullMarked;
