/** Segments in PostgreSQL, conditions in CEL. */
@NullMarked
package io.zugabe.segmentation.segment.adapter;

import org.jspecify.annotations.NullMarked;
