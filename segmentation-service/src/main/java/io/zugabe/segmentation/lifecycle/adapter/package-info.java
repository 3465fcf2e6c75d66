/** Lifecycle and RFM cell in assessments. */
@NullMarked
package io.zugabe.segmentation.lifecycle.adapter;

import org.jspecify.annotations.NullMarked;
