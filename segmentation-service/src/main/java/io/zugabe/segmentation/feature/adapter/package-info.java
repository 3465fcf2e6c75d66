/** Features as they are stored. */
@NullMarked
package io.zugabe.segmentation.feature.adapter;

import org.jspecify.annotations.NullMarked;
