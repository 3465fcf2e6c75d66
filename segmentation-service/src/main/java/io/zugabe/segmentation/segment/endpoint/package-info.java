/** SegmentService. */
@NullMarked
package io.zugabe.segmentation.segment.endpoint;

import org.jspecify.annotations.NullMarked;
