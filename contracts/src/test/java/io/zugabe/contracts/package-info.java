/** Holds the contracts to their style, and to what was released. */
@NullMarked
package io.zugabe.contracts;

import org.jspecify.annotations.NullMarked;
