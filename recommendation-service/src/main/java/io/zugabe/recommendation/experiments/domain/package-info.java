/** The arms that a customer is in, and what they set. */
@NullMarked
package io.zugabe.recommendation.experiments.domain;

import org.jspecify.annotations.NullMarked;
