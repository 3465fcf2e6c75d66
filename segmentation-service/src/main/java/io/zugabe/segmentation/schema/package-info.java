/** What tables there are, what they are made from, and where they name people. */
@NullMarked
package io.zugabe.segmentation.schema;

import org.jspecify.annotations.NullMarked;
