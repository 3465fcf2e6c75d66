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
 */
public record Product(
        long bought,
        long returned,
        long orders,
        @Nullable Instant firstPurchase,
        @Nullable Instant lastPurchase) {

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
                Sums.later(lastPurchase, other.lastPurchase));
    }
}
