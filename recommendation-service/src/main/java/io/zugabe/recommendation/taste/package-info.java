/** Learning taste from orders in the background, keeping it, and serving it. */
@NullMarked
package io.zugabe.recommendation.taste;

import org.jspecify.annotations.NullMarked;
