package io.zugabe.segmentation.returns.domain;

/**
 * How likely a customer returns what they buy.
 *
 * @param logit added to a product's; 0 for one like the mean
 * @param probability that a usual product comes back
 */
public record CustomerTendency(double logit, double probability) {}
