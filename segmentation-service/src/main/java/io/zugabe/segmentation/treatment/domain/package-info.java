/** Rules of treatment and how they combine. */
@NullMarked
package io.zugabe.segmentation.treatment.domain;

import org.jspecify.annotations.NullMarked;
