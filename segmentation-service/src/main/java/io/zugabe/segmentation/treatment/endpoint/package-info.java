/** TreatmentService. */
@NullMarked
package io.zugabe.segmentation.treatment.endpoint;

import org.jspecify.annotations.NullMarked;
