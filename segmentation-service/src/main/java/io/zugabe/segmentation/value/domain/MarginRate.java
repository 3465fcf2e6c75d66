package io.zugabe.segmentation.value.domain;

/**
 * What share of sales is margin, where costs are known.
 *
 * @param rate of all sales with known cost; 1 if no cost is known: margin is then sales
 * @param weight so much of a customer's own sales counts as much as the shop's rate, above 0
 */
public record MarginRate(double rate, double weight) {

    /** A customer's own rate, shrunk to the shop's as far as little is known of it. */
    double of(CustomerOrders orders) {
        return (rate * weight + orders.costedSales() - orders.cost()) / (weight + orders.costedSales());
    }
}
