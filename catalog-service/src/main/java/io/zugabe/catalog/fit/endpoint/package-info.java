/** The gRPC calls about fit. */
@NullMarked
package io.zugabe.catalog.fit.endpoint;

import org.jspecify.annotations.NullMarked;
