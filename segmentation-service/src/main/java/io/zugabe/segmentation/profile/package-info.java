/** Profiles built from the log, and handed out. */
@NullMarked
package io.zugabe.segmentation.profile;

import org.jspecify.annotations.NullMarked;
