/** Following the change feed into memory. */
@NullMarked
package io.zugabe.catalog.live;

import org.jspecify.annotations.NullMarked;
