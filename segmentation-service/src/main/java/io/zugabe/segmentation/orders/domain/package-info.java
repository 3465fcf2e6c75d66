/** Orders and what came back of them, as those who learn from them see them. */
@NullMarked
package io.zugabe.segmentation.orders.domain;

import org.jspecify.annotations.NullMarked;
