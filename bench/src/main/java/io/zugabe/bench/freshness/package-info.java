/** How soon decisions show what has changed. */
@NullMarked
package io.zugabe.bench.freshness;

import org.jspecify.annotations.NullMarked;
