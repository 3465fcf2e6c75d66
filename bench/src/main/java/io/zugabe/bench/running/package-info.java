/** All services running together, as a gateway meets them. */
@NullMarked
package io.zugabe.bench.running;

import org.jspecify.annotations.NullMarked;
