package io.zugabe.segmentation.value.domain;

/**
 * Where the discounted value of a customer's orders within the horizon will lie.
 *
 * @param low with probability 5 % it is lower
 * @param high with probability 5 % it is higher
 */
public record ValueInterval(double low, double high) {}
