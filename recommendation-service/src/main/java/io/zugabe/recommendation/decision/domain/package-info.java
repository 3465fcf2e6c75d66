/** The decision, pure: the same input always gives the same offers and trace. */
@NullMarked
package io.zugabe.recommendation.decision.domain;

import org.jspecify.annotations.NullMarked;
