/** PredictionService. */
@NullMarked
package io.zugabe.segmentation.prediction.endpoint;

import org.jspecify.annotations.NullMarked;
