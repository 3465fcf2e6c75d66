/** How well customers' types and their response to contacts are recognized, on shoppers whose truth is known. */
@NullMarked
package io.zugabe.bench.types;

import org.jspecify.annotations.NullMarked;
