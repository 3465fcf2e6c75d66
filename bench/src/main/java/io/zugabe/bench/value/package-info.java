/** Customer value against the figures of the literature. */
@NullMarked
package io.zugabe.bench.value;

import org.jspecify.annotations.NullMarked;
