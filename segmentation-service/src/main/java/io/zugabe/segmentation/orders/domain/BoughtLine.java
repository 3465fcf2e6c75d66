package io.zugabe.segmentation.orders.domain;

import java.time.Instant;

/**
 * A line of an order, and what became of it; units that were cancelled are not in it.
 *
 * @param units 1 or more
 * @param returned units that came back by the customer's choice
 * @param faulty units that came back by the shop's or the product's fault; returned + faulty ≤ units
 * @param paid for one unit after discount; 0 if unknown
 * @param cost of one unit; NaN if unknown
 */
public record BoughtLine(
        Instant time,
        String order,
        String product,
        String category,
        long units,
        long returned,
        long faulty,
        double paid,
        double cost) {

    /** Units that the customer kept. */
    public long kept() {
        return units - returned - faulty;
    }

    /** What was paid for the units kept. */
    public double net() {
        return kept() * paid;
    }
}
