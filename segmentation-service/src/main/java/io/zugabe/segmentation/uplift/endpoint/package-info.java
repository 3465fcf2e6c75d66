/** TrainingDataService. */
@NullMarked
package io.zugabe.segmentation.uplift.endpoint;

import org.jspecify.annotations.NullMarked;
