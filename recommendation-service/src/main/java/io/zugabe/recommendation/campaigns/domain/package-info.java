/** Campaigns as decisions see them. */
@NullMarked
package io.zugabe.recommendation.campaigns.domain;

import org.jspecify.annotations.NullMarked;
