/** Work that goes on for as long as the service lives. */
@NullMarked
package io.zugabe.segmentation.repeating;

import org.jspecify.annotations.NullMarked;
