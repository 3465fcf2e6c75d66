package io.zugabe.segmentation.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought and returned of one product.
 *
 * @param bought units
 * @param returned units
 * @param orders number of orders with it
 * @param firstPurchase null if only a return is known
 * @param lastPurchase null if only a return is known
 * @param lastUnits units bought on the day (UTC) of the last purchase; 0 if unknown
 * @param faulty units returned by the shop's or the product's fault, of those returned
 * @param cancelled units of orders that were cancelled before they were sent, of those returned
 */
public record Product(
        long bought,
        long returned,
        long orders,
        @Nullable Instant firstPurchase,
        @Nullable Instant lastPurchase,
        long lastUnits,
        long faulty,
        long cancelled) {

    private static final long SECONDS_PER_DAY = 86_400;

    /** What one order says. */
    static Product bought(long units, Instant time) {
        return new Product(units, 0, 1, time, time, units, 0, 0);
    }

    /** What one return says. */
    static Product returned(ReturnCause cause, long units) {
        long faulty = cause == ReturnCause.SHOP ? units : 0;
        long cancelled = cause == ReturnCause.CANCELLED ? units : 0;
        return new Product(0, units, 0, null, null, 0, faulty, cancelled);
    }

    /** Units that the customer should still have; never negative, even if more came back than is known to be bought. */
    public long owned() {
        return Math.max(0, bought - returned);
    }

    Product merge(Product other) {
        return new Product(
                Sums.sum(bought, other.bought),
                Sums.sum(returned, other.returned),
                Sums.sum(orders, other.orders),
                Sums.earlier(firstPurchase, other.firstPurchase),
                Sums.later(lastPurchase, other.lastPurchase),
                lastUnits(other),
                Sums.sum(faulty, other.faulty),
                Sums.sum(cancelled, other.cancelled));
    }

    /** By day, so that orders of one day count together in whatever order they arrive. */
    private long lastUnits(Product other) {
        int order = Long.compare(lastDay(), other.lastDay());
        if (order == 0) {
            return Sums.sum(lastUnits, other.lastUnits);
        }
        return order > 0 ? lastUnits : other.lastUnits;
    }

    private long lastDay() {
        return lastPurchase == null ? Long.MIN_VALUE : Math.floorDiv(lastPurchase.getEpochSecond(), SECONDS_PER_DAY);
    }
}
