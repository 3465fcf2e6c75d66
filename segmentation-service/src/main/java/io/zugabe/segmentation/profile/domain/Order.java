package io.zugabe.segmentation.profile.domain;

/**
 * What an order came to. Amounts are in 1/10,000 of the shop's currency.
 *
 * @param paid after discount
 * @param cost of the units whose cost is known
 * @param costedSales after discount, of the units whose cost is known
 * @param categories number of categories in it
 */
public record Order(long paid, long discount, long cost, long costedSales, int categories) {

    static Order of(Happening.Purchased purchased, Counts counts) {
        return new Order(
                counts.get(Measure.PAID),
                counts.get(Measure.DISCOUNTS),
                counts.get(Measure.COST),
                counts.get(Measure.COSTED_SALES),
                purchased.categories().size());
    }
}
