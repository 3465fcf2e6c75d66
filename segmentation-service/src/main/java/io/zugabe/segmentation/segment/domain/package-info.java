/** What a segment is, who is in it and why. */
@NullMarked
package io.zugabe.segmentation.segment.domain;

import org.jspecify.annotations.NullMarked;
