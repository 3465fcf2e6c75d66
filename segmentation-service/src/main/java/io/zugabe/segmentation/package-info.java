/** What customers did, and what that says about them. */
@NullMarked
package io.zugabe.segmentation;

import org.jspecify.annotations.NullMarked;
