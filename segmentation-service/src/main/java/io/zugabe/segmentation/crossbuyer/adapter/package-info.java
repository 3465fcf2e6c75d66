/** The four types in assessments. */
@NullMarked
package io.zugabe.segmentation.crossbuyer.adapter;

import org.jspecify.annotations.NullMarked;
