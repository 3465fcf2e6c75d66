/** Numbers for products. */
@NullMarked
package io.zugabe.recommendation.products;

import org.jspecify.annotations.NullMarked;
