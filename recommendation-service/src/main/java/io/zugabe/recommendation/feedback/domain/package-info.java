/** Offers that can be told of, and what is told of them. */
@NullMarked
package io.zugabe.recommendation.feedback.domain;

import org.jspecify.annotations.NullMarked;
