/** Uplift on Hillstrom's e-mail experiment. */
@NullMarked
package io.zugabe.bench.uplift;

import org.jspecify.annotations.NullMarked;
