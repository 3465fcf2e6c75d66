/** The other services as tests need them. */
@NullMarked
package io.zugabe.recommendation.fakes;

import org.jspecify.annotations.NullMarked;
