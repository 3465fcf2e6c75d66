/** Following a stream of another service through restarts and silences. */
@NullMarked
package io.zugabe.kit.stream;

import org.jspecify.annotations.NullMarked;
