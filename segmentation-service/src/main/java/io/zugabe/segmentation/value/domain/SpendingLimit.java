package io.zugabe.segmentation.value.domain;

/**
 * How much a customer is used to spend at once.
 *
 * @param usual the median
 * @param high the 90th percentile: an offer that takes the order above it is out of their habit
 * @param orders so many of their own orders speak in it, 0 or more; the rest is the population's
 */
public record SpendingLimit(double usual, double high, long orders) {}
