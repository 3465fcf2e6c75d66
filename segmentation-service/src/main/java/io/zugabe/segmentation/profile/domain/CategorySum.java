package io.zugabe.segmentation.profile.domain;

/**
 * What was bought from a category, and came back. Amounts are in 1/10,000 of the shop's currency.
 *
 * @param orders number of orders from it
 * @param paid after discount
 * @param returned value of what came back, at prices paid
 */
public record CategorySum(long orders, long units, long paid, long returned) {

    /** What was paid less what came back; below 0 if more came back than is known to be bought. */
    public long net() {
        return paid - returned;
    }

    CategorySum merge(CategorySum other) {
        return new CategorySum(
                Sums.sum(orders, other.orders),
                Sums.sum(units, other.units),
                Sums.sum(paid, other.paid),
                Sums.sum(returned, other.returned));
    }
}
