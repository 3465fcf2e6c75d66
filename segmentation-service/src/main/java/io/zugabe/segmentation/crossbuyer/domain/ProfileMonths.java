package io.zugabe.segmentation.crossbuyer.domain;

import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Month;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/**
 * Reads a customer's history from the months of their profile.
 *
 * @param marginRate share of sales that is margin, for sales whose cost is unknown and of customers of whom
 *     no cost is known; not a number if it is unknown
 * @param returnCost what handling a unit that comes back costs the shop, in units of the currency, 0 or more
 */
public record ProfileMonths(double marginRate, double returnCost) {

    /**
     * Complete months that count, besides the running one: a year, so that every season is in it once, and what
     * was done long ago is past.
     */
    public static final int WINDOW = 12;

    private static final double UNIT = 10_000;

    /**
     * The history of the window.
     *
     * @param running the month that is not over
     */
    public PurchaseHistory history(SortedMap<YearMonth, Month> months, YearMonth running) {
        YearMonth first = running.minusMonths(WINDOW);
        var inside = months.entrySet().stream()
                .filter(month ->
                        !month.getKey().isBefore(first) && !month.getKey().isAfter(running))
                .toList();
        double rate = marginRate(inside.stream().map(Map.Entry::getValue).toList(), marginRate);
        return new PurchaseHistory(inside.stream()
                .map(month -> period(month.getKey(), month.getKey().isBefore(running), month.getValue(), rate))
                .toList());
    }

    /** Margin as a share of the sales whose cost is known; the other rate if there are none. */
    public static double marginRate(Collection<Month> months, double otherwise) {
        double sales = months.stream()
                .mapToDouble(month -> month.counts().get(Measure.COSTED_SALES))
                .sum();
        double cost = months.stream()
                .mapToDouble(month -> month.counts().get(Measure.COST))
                .sum();
        return sales > 0 ? (sales - cost) / sales : otherwise;
    }

    private Period period(YearMonth month, boolean complete, Month what, double rate) {
        double paid = amount(what, Measure.PAID);
        double costed = amount(what, Measure.COSTED_SALES);
        double uncosted = Math.max(0, paid - costed);
        // 0 times an unknown rate would be unknown
        double margin = costed - amount(what, Measure.COST) + (uncosted > 0 ? uncosted * rate : 0);
        double returned = amount(what, Measure.RETURNED_SALES);
        long returnedUnits = what.counts().get(Measure.RETURNED_UNITS);
        double service = amount(what, Measure.SERVICE_COST);
        return new Period(
                month,
                complete,
                what.counts().get(Measure.ORDERS),
                what.counts().get(Measure.UNITS),
                returnedUnits,
                amount(what, Measure.GROSS_SALES),
                amount(what, Measure.DISCOUNTS),
                returned,
                margin,
                what.counts().get(Measure.CASES),
                service,
                margin - (returned > 0 ? returned * rate : 0) - returnCost * returnedUnits - service,
                what.categories());
    }

    private static double amount(Month month, Measure measure) {
        return month.counts().get(measure) / UNIT;
    }
}
