/** Whether the statistics of experiments give the values of a reference implementation. */
@NullMarked
package io.zugabe.bench.stats;

import org.jspecify.annotations.NullMarked;
