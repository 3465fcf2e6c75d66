package io.zugabe.segmentation.orders.domain;

import java.time.Instant;
import java.util.List;

/** An order or a return. */
public sealed interface OrderEvent {

    /** When. */
    Instant time();

    /** The order's id; empty if a return does not say it. */
    String orderId();

    /** What was bought or came back. */
    List<Line> lines();

    /** An order. */
    record Ordered(Instant time, String orderId, List<Line> lines) implements OrderEvent {}

    /** A return. */
    record Returned(Instant time, String orderId, Cause cause, List<Line> lines) implements OrderEvent {}

    /** Whose fault a return is. */
    enum Cause {
        /** The customer's choice: not wanted, does not fit, anything else, not said. */
        CUSTOMER,
        /** The shop's or the product's: defective, not as described, late. */
        SHOP,
        /** The order was cancelled before it was sent: nothing came back. */
        CANCELLED
    }

    /**
     * A line.
     *
     * @param units 1 or more
     * @param paid for one unit after discount, in the shop's currency; 0 if unknown
     * @param cost of one unit; NaN if unknown
     */
    record Line(String product, String category, long units, double paid, double cost) {}
}
