package io.zugabe.segmentation.replenishment.domain;

/**
 * How a product is bought again.
 *
 * @param share how many do at all
 * @param mu mean of ln(days between purchases), for the usual number of units
 * @param within standard deviation of it within a customer
 * @param between standard deviation of it between customers
 * @param rates purchases a day over customers
 * @param usualUnits units of a usual purchase, above 0
 */
public record ProductRepeats(
        RepeatShare share, double mu, double within, double between, PoissonGamma rates, double usualUnits) {}
