/** Models of returns as bytes. */
@NullMarked
package io.zugabe.segmentation.returns.adapter;

import org.jspecify.annotations.NullMarked;
