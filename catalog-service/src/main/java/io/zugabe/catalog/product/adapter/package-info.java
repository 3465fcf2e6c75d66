/** Products in PostgreSQL and as messages. */
@NullMarked
package io.zugabe.catalog.product.adapter;

import org.jspecify.annotations.NullMarked;
