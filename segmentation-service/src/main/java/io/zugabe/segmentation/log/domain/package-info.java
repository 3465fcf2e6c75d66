/** What stands in the log. */
@NullMarked
package io.zugabe.segmentation.log.domain;

import org.jspecify.annotations.NullMarked;
