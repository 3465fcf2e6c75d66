/** Erasures, reads, and how they name a person. */
@NullMarked
package io.zugabe.segmentation.privacy.domain;

import org.jspecify.annotations.NullMarked;
