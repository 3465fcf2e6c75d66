package io.zugabe.segmentation.crossbuyer.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much more customers vary from quarter to quarter than if every case, unit and order were decided by
 * itself: the moment estimate of a quasi-likelihood's dispersion (McCullagh and Nelder, 2nd ed., eq. 4.23),
 * pooled over customers. Quarters, since what is bought in one month often comes back in the next.
 *
 * @param cases of service cost beside a Poisson number of equally dear cases: what the number of cases varies
 *     more, and the squared coefficient of variation of a case's cost; at least 1
 * @param units of the number of returned units beside a binomial number; at least 1
 * @param orders of the discount on an order beside a decision between nothing and all; may be under 1
 */
public record Dispersion(double cases, double units, double orders) {

    private static final double LEAST_OF_ORDERS = 0.05;
    private static final int MONTHS = 3;

    /** The dispersion of these customers; all 1 if they show none. */
    static Dispersion of(Collection<PurchaseHistory> histories) {
        Sum cases = new Sum();
        Sum costs = new Sum();
        Sum units = new Sum();
        Sum orders = new Sum();
        for (PurchaseHistory history : histories) {
            List<PurchaseHistory> quarters = quarters(history);
            addCases(cases, history, quarters);
            addCosts(costs, history);
            addUnits(units, history, quarters);
            addOrders(orders, history, quarters);
        }
        return new Dispersion(
                Math.max(1, cases.ratio()) + costs.variation(),
                Math.max(1, units.ratio()),
                Math.max(LEAST_OF_ORDERS, orders.ratio()));
    }

    private static void addCases(Sum sum, PurchaseHistory history, List<PurchaseHistory> quarters) {
        double orders = history.count(Period::orders);
        long cases = history.count(Period::serviceCases);
        if (orders > 0 && cases > 0) {
            for (PurchaseHistory quarter : quarters) {
                double part = quarter.count(Period::orders) / orders;
                sum.add(quarter.count(Period::serviceCases) - cases * part, cases * part * (1 - part));
            }
        }
    }

    private static void addCosts(Sum sum, PurchaseHistory history) {
        for (Period period : history.periods()) {
            if (period.serviceCases() == 1 && period.serviceCost() > 0) {
                sum.add(period.serviceCost(), 1);
            }
        }
    }

    private static void addUnits(Sum sum, PurchaseHistory history, List<PurchaseHistory> quarters) {
        double units = history.count(Period::units);
        double share = units > 0 ? history.count(Period::returnedUnits) / units : 0;
        if (share > 0 && share < 1) {
            for (PurchaseHistory quarter : quarters) {
                double part = quarter.count(Period::units) / units;
                sum.add(
                        quarter.count(Period::returnedUnits) - share * part * units,
                        share * (1 - share) * part * units * (1 - part));
            }
        }
    }

    private static void addOrders(Sum sum, PurchaseHistory history, List<PurchaseHistory> quarters) {
        double orders = history.count(Period::orders);
        double gross = history.sum(Period::grossSales);
        double share = gross > 0 ? history.sum(Period::discounts) / gross : 0;
        if (share > 0 && share < 1) {
            for (PurchaseHistory quarter : quarters) {
                double ordered = quarter.count(Period::orders);
                // in orders instead of money, so that dear customers do not rule; orders of unequal value make
                // a share of value vary more than equal ones would, and count as less
                double amount = quarter.sum(Period::grossSales) * orders / gross;
                double residual = quarter.sum(Period::discounts) * orders / gross - share * amount;
                sum.add(
                        residual,
                        ordered > 0 ? share * (1 - share) * amount * amount / ordered * (1 - ordered / orders) : 0);
            }
        }
    }

    private static List<PurchaseHistory> quarters(PurchaseHistory history) {
        Map<Long, List<Period>> quarters = history.periods().stream()
                .collect(Collectors.groupingBy(
                        period -> Math.floorDiv(
                                period.month().getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH), MONTHS),
                        TreeMap::new,
                        Collectors.toList()));
        List<PurchaseHistory> parts = new ArrayList<>();
        quarters.values().forEach(periods -> parts.add(new PurchaseHistory(periods)));
        return parts;
    }

    /** Squares seen over squares expected. */
    private static final class Sum {
        private double seen;
        private double expected;
        private double plain;

        void add(double residual, double variance) {
            seen += residual * residual;
            plain += residual;
            expected += variance;
        }

        double ratio() {
            return expected > 0 ? seen / expected : 1;
        }

        /** Variance over squared mean of numbers, each added with an expectation of 1. */
        double variation() {
            return plain > 0 ? Math.max(0, seen * expected / (plain * plain) - 1) : 0;
        }
    }
}
