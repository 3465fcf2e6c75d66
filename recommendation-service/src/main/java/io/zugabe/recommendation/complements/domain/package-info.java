/** Habits of customers, pure. */
@NullMarked
package io.zugabe.recommendation.complements.domain;

import org.jspecify.annotations.NullMarked;
