/** The catalog's gRPC calls about products. */
@NullMarked
package io.zugabe.catalog.product.endpoint;

import org.jspecify.annotations.NullMarked;
