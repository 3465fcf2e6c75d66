/** Wishes of requests and placements as messages. */
@NullMarked
package io.zugabe.recommendation.kinds.adapter;

import org.jspecify.annotations.NullMarked;
