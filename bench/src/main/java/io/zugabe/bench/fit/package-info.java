/** Fit at the size of a large shop: a synthetic catalog, in process and over gRPC. */
@NullMarked
package io.zugabe.bench.fit;

import org.jspecify.annotations.NullMarked;
