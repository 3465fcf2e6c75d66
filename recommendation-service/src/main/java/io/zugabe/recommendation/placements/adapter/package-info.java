/** Placements' rules in PostgreSQL and as messages. */
@NullMarked
package io.zugabe.recommendation.placements.adapter;

import org.jspecify.annotations.NullMarked;
