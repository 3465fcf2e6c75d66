/** What comes back. */
@NullMarked
package io.zugabe.segmentation.returns;

import org.jspecify.annotations.NullMarked;
