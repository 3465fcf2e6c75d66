/** What customers are worth. */
@NullMarked
package io.zugabe.segmentation.value;

import org.jspecify.annotations.NullMarked;
