package io.zugabe.catalog.product.domain;

/**
 * Average rating and number of ratings.
 *
 * @param average in [0, 5]
 * @param count 0 or more
 */
public record Rating(double average, long count) {}
