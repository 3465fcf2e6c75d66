/** The rights of the people whom the data is about: a copy, erasure, and who has read it. */
@NullMarked
package io.zugabe.segmentation.privacy;

import org.jspecify.annotations.NullMarked;
