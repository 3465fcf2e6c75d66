package io.zugabe.segmentation.crossbuyer.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Histories for tests. */
final class Months {

    static final YearMonth FIRST = YearMonth.of(2026, 1);

    private Months() {}

    /** A month with two units of 25 € at half the price in cost. */
    static Period month(int number, double discounts, double returned, double service, int categories) {
        return new Period(
                FIRST.plusMonths(number),
                true,
                1,
                2,
                returned > 0 ? 1 : 0,
                50,
                discounts,
                returned,
                25 - discounts,
                service > 0 ? 1 : 0,
                service,
                25 - discounts - returned / 2 - service,
                categories(categories));
    }

    static SortedSet<String> categories(int number) {
        SortedSet<String> categories = new TreeSet<>();
        for (int i = 0; i < number; i++) {
            categories.add("category " + i);
        }
        return categories;
    }

    /** Any history, by seed. */
    static PurchaseHistory random(long seed, int months, int categories) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            int units = random.nextInt(1, 9);
            int returned = random.nextInt(units + 1);
            double gross = units * random.nextDouble(2, 80);
            double discounts = random.nextBoolean() ? gross * random.nextDouble(0.5) : 0;
            double returnedSales = (gross - discounts) * returned / units;
            int cases = random.nextInt(4);
            double service = cases * random.nextDouble(1, 30);
            double margin = gross * random.nextDouble(0.5) - discounts / 2;
            periods.add(new Period(
                    FIRST.plusMonths(i),
                    true,
                    random.nextInt(1, 4),
                    units,
                    returned,
                    gross,
                    discounts,
                    returnedSales,
                    margin,
                    cases,
                    service,
                    margin - returnedSales / 3 - service,
                    categories(random.nextInt(1, categories + 1))));
        }
        return new PurchaseHistory(periods);
    }

    /** Peers of any kind, by seed. */
    static CrossBuyerPopulation peers(long seed) {
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            histories.add(random(seed * 1_000 + i, 6, 4));
        }
        return CrossBuyerPopulation.learn(histories, 0.4, "EUR");
    }
}
