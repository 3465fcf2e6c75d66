/** Keeping the counts of what was bought together up to date. */
@NullMarked
package io.zugabe.recommendation.baskets;

import org.jspecify.annotations.NullMarked;
