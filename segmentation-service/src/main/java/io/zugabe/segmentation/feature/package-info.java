/** Features: which there are now. */
@NullMarked
package io.zugabe.segmentation.feature;

import org.jspecify.annotations.NullMarked;
