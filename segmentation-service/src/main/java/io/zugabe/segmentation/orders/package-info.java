/** Reads orders and returns from the log for those who learn from them. */
@NullMarked
package io.zugabe.segmentation.orders;

import org.jspecify.annotations.NullMarked;
