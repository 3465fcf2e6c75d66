/** EventService: validation of every field and the two streams. */
@NullMarked
package io.zugabe.segmentation.log.endpoint;

import org.jspecify.annotations.NullMarked;
