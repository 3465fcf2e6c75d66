/** A running catalog-service and the calls that benchmarks make to it. */
@NullMarked
package io.zugabe.bench.catalog;

import org.jspecify.annotations.NullMarked;
