/** What may come with offers: defined, paid from budgets, redeemed once. */
@NullMarked
package io.zugabe.recommendation.incentives;

import org.jspecify.annotations.NullMarked;
