/** Models in PostgreSQL. */
@NullMarked
package io.zugabe.recommendation.models.adapter;

import org.jspecify.annotations.NullMarked;
