/** Models of customer value as bytes. */
@NullMarked
package io.zugabe.segmentation.value.adapter;

import org.jspecify.annotations.NullMarked;
