/** Session neighbours on the sessions published with Serenade. */
@NullMarked
package io.zugabe.bench.sessions;

import org.jspecify.annotations.NullMarked;
