/** Predictions as the API carries them, and as parts of assessments. */
@NullMarked
package io.zugabe.segmentation.prediction.adapter;

import org.jspecify.annotations.NullMarked;
