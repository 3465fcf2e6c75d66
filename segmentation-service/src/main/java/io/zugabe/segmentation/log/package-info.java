/** The one log of what happened in the shop: appending, reading, waiting for more. */
@NullMarked
package io.zugabe.segmentation.log;

import org.jspecify.annotations.NullMarked;
