package io.zugabe.segmentation.orders.domain;

import io.zugabe.segmentation.profile.domain.ReturnCause;
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
    record Returned(Instant time, String orderId, ReturnCause cause, List<Line> lines) implements OrderEvent {}

    /**
     * A line.
     *
     * @param units 1 or more
     * @param paid for one unit after discount, in the shop's currency; 0 if unknown
     * @param cost of one unit; NaN if unknown
     */
    record Line(String product, String category, long units, double paid, double cost) {}
}
