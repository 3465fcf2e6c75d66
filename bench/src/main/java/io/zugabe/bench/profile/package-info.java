/** How fast profiles are handed out. */
@NullMarked
package io.zugabe.bench.profile;

import org.jspecify.annotations.NullMarked;
