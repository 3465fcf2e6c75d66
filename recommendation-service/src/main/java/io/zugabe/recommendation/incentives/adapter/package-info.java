/** Incentives as messages and in PostgreSQL. */
@NullMarked
package io.zugabe.recommendation.incentives.adapter;

import org.jspecify.annotations.NullMarked;
