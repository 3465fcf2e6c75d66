/** AudienceService. */
@NullMarked
package io.zugabe.segmentation.audience.endpoint;

import org.jspecify.annotations.NullMarked;
