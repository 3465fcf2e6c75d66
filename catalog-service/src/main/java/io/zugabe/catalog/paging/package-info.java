/** Lists in pages. */
@NullMarked
package io.zugabe.catalog.paging;

import org.jspecify.annotations.NullMarked;
