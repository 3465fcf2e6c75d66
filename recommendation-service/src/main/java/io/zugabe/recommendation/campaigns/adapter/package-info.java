/** Campaigns in PostgreSQL, their conditions in CEL, and their audiences. */
@NullMarked
package io.zugabe.recommendation.campaigns.adapter;

import org.jspecify.annotations.NullMarked;
