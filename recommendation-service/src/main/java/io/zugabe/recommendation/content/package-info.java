/** Finding selling products that products without sales are like. */
@NullMarked
package io.zugabe.recommendation.content;

import org.jspecify.annotations.NullMarked;
