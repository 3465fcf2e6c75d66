/** Forgetting people who were erased. */
@NullMarked
package io.zugabe.recommendation.privacy;

import org.jspecify.annotations.NullMarked;
