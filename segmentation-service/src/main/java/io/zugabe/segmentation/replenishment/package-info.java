/** When customers need something again. */
@NullMarked
package io.zugabe.segmentation.replenishment;

import org.jspecify.annotations.NullMarked;
