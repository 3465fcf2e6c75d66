/** Collaborative filtering on purchases: what a basket lacks, learned from all baskets. Pure. */
@NullMarked
package io.zugabe.recommendation.taste.domain;

import org.jspecify.annotations.NullMarked;
