package io.zugabe.segmentation.profile.domain;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Orders and money. Amounts are in 1/10,000 of the shop's currency.
 *
 * @param grossSales at prices before discount, returns not subtracted
 * @param returnedSales value of what came back, at prices paid
 * @param cost of the units whose cost is known
 * @param costedSales after discount, of the units whose cost is known
 * @param discountedSales after discount, of orders with any discount
 * @param categories bought from
 */
public record Trade(
        long orders,
        long units,
        long returnedUnits,
        long returns,
        long grossSales,
        long discounts,
        long returnedSales,
        long cost,
        long costedSales,
        long discountedSales,
        @Nullable Instant firstOrder,
        @Nullable Instant lastOrder,
        SortedSet<String> categories) {

    static final Trade NONE = new Trade(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, new TreeSet<>());

    Trade merge(Trade other, Limits limits) {
        return new Trade(
                Sums.sum(orders, other.orders),
                Sums.sum(units, other.units),
                Sums.sum(returnedUnits, other.returnedUnits),
                Sums.sum(returns, other.returns),
                Sums.sum(grossSales, other.grossSales),
                Sums.sum(discounts, other.discounts),
                Sums.sum(returnedSales, other.returnedSales),
                Sums.sum(cost, other.cost),
                Sums.sum(costedSales, other.costedSales),
                Sums.sum(discountedSales, other.discountedSales),
                Sums.earlier(firstOrder, other.firstOrder),
                Sums.later(lastOrder, other.lastOrder),
                Sums.first(categories, other.categories, limits.categories()));
    }
}
