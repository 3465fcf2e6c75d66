package io.zugabe.segmentation.value.domain;

/**
 * What is to be expected of a customer.
 *
 * @param probabilityAlive that they will ever order again as they did, in [0, 1]
 * @param expectedPurchases orders within the horizon
 * @param expectedOrderValue mean value of their orders
 * @param lifetimeValue discounted value of the orders within the horizon
 */
public record CustomerValue(
        double probabilityAlive, double expectedPurchases, double expectedOrderValue, double lifetimeValue) {}
