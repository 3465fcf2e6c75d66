/** Uplift: learned from experiments, served with every customer. */
@NullMarked
package io.zugabe.segmentation.uplift;

import org.jspecify.annotations.NullMarked;
