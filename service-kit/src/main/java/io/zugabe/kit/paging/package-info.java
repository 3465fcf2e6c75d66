/** Lists in pages. */
@NullMarked
package io.zugabe.kit.paging;

import org.jspecify.annotations.NullMarked;
