/** What marks the buyers of a product, who shares it, and who is held out. */
@NullMarked
package io.zugabe.segmentation.audience.domain;

import org.jspecify.annotations.NullMarked;
