package io.zugabe.segmentation.returns.domain;

/**
 * How often a product comes back.
 *
 * @param category empty if unknown
 * @param lines lines of orders that it was learned from
 * @param returned share of them that came back, as counted
 * @param effect on the logit, beside its category's
 * @param deviation standard deviation of the effect
 */
public record ProductReturns(String category, long lines, double returned, double effect, double deviation) {}
