/** A shop's customers made up from a seed: what they do, and, apart from it, why. Knows nothing of the engine. */
@NullMarked
package io.zugabe.bench.simulation;

import org.jspecify.annotations.NullMarked;
