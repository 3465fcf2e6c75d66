/** ProfileService. */
@NullMarked
package io.zugabe.segmentation.profile.endpoint;

import org.jspecify.annotations.NullMarked;
