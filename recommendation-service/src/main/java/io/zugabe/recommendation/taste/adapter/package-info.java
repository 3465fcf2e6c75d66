/** Orders to learn from and learned models in PostgreSQL. */
@NullMarked
package io.zugabe.recommendation.taste.adapter;

import org.jspecify.annotations.NullMarked;
