/** ModelService. */
@NullMarked
package io.zugabe.segmentation.model.endpoint;

import org.jspecify.annotations.NullMarked;
