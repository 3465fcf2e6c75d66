package io.zugabe.segmentation.crossbuyer.domain;

import java.time.YearMonth;
import java.util.SortedSet;

/**
 * A calendar month of a customer. Amounts are in units of the shop's currency.
 *
 * @param complete whether the month is over
 * @param grossSales at prices before discount, returns not subtracted
 * @param discounts in [0, grossSales]
 * @param returnedSales value of what came back in this month, at prices paid
 * @param grossMargin of what was sold, after discounts, before service and returns; negative if sold at a loss,
 *     not a number if unknown
 * @param serviceCases cases solved
 * @param serviceCost what they cost
 * @param contribution margin after returns and service; not a number if the margin is unknown
 * @param categories bought from
 */
public record Period(
        YearMonth month,
        boolean complete,
        long orders,
        long units,
        long returnedUnits,
        double grossSales,
        double discounts,
        double returnedSales,
        double grossMargin,
        long serviceCases,
        double serviceCost,
        double contribution,
        SortedSet<String> categories) {

    /** What was paid, returns not subtracted. */
    public double sales() {
        return grossSales - discounts;
    }
}
