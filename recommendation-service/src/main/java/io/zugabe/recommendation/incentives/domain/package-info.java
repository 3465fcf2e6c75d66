/** Incentives, what is known of their effect, and the promises made with offers. */
@NullMarked
package io.zugabe.recommendation.incentives.domain;

import org.jspecify.annotations.NullMarked;
