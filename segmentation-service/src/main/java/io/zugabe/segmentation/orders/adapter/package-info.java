/** Orders and returns out of the log. */
@NullMarked
package io.zugabe.segmentation.orders.adapter;

import org.jspecify.annotations.NullMarked;
