/** The catalog as decisions read it: products, what fits what, what goes with what. */
@NullMarked
package io.zugabe.recommendation.replica.domain;

import org.jspecify.annotations.NullMarked;
