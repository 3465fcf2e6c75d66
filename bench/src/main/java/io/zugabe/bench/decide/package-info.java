/** How fast a decision is, and whether it is right, at the size of a large shop. */
@NullMarked
package io.zugabe.bench.decide;

import org.jspecify.annotations.NullMarked;
