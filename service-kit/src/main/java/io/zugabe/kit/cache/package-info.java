/** Versioned values in Redis, which is a cache and never a truth. */
@NullMarked
package io.zugabe.kit.cache;

import org.jspecify.annotations.NullMarked;
