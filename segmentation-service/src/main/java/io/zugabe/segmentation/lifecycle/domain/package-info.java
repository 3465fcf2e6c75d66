/** Built-in segments: where customers are in their life with the shop, and their RFM cell. */
@NullMarked
package io.zugabe.segmentation.lifecycle.domain;

import org.jspecify.annotations.NullMarked;
