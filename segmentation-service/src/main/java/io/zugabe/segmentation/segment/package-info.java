/** Segments: their life cycle, dry runs and members. */
@NullMarked
package io.zugabe.segmentation.segment;

import org.jspecify.annotations.NullMarked;
