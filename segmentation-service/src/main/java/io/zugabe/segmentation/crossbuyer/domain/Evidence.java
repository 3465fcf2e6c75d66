package io.zugabe.segmentation.crossbuyer.domain;

import java.util.Currency;
import java.util.IntSummaryStatistics;
import java.util.Locale;

/** The numbers behind a judgement, in a sentence. Amounts and shares are rounded to whole numbers. */
record Evidence(
        CrossBuyerType type,
        PurchaseHistory history,
        double observed,
        Posterior trait,
        double border,
        String currency) {

    String english() {
        return switch (type) {
            case SERVICE_DEMANDER ->
                "service cost %s of %s gross margin (%s)"
                        .formatted(sum(Period::serviceCost), sum(Period::grossMargin), englishBounds());
            case REVENUE_REVERSER ->
                "returned %s of %s (%s)".formatted(sum(Period::returnedSales), sum(Period::sales), englishBounds());
            case PROMOTION_MAXIMIZER ->
                "saved %s of %s at full prices (%s)"
                        .formatted(sum(Period::discounts), sum(Period::grossSales), englishBounds());
            case SPENDING_LIMITER ->
                "spent %s a month in %s: 10 %% more categories came with %s %% more spend (at most %s %% with %s probability; 9 of 10 customers: over %s %%)"
                        .formatted(
                                money(monthlySpend()),
                                range("1 category", "%d categories", "%d to %d categories"),
                                growth(observed, Locale.ENGLISH),
                                growth(trait.low(), Locale.ENGLISH),
                                percent(Posterior.CREDIBILITY),
                                growth(border, Locale.ENGLISH));
        };
    }

    String german() {
        return switch (type) {
            case SERVICE_DEMANDER ->
                "Service kostete %s von %s Rohertrag (%s)"
                        .formatted(sum(Period::serviceCost), sum(Period::grossMargin), germanBounds());
            case REVENUE_REVERSER ->
                "%s von %s zurückgeschickt (%s)"
                        .formatted(sum(Period::returnedSales), sum(Period::sales), germanBounds());
            case PROMOTION_MAXIMIZER ->
                "%s von %s zum vollen Preis gespart (%s)"
                        .formatted(sum(Period::discounts), sum(Period::grossSales), germanBounds());
            case SPENDING_LIMITER ->
                "gab %s im Monat in %s aus: zu 10 %% mehr Kategorien kamen %s %% mehr Ausgaben (höchstens %s %% mit %s Wahrscheinlichkeit; 9 von 10 Kunden: über %s %%)"
                        .formatted(
                                money(monthlySpend()),
                                range("1 Kategorie", "%d Kategorien", "%d bis %d Kategorien"),
                                growth(observed, Locale.GERMAN),
                                growth(trait.low(), Locale.GERMAN),
                                percent(Posterior.CREDIBILITY),
                                growth(border, Locale.GERMAN));
        };
    }

    private String englishBounds() {
        return "%s, at least %s with %s probability; 9 of 10 customers: under %s"
                .formatted(percent(observed), percent(trait.low()), percent(Posterior.CREDIBILITY), percent(border));
    }

    private String germanBounds() {
        return "%s, mindestens %s mit %s Wahrscheinlichkeit; 9 von 10 Kunden: unter %s"
                .formatted(percent(observed), percent(trait.low()), percent(Posterior.CREDIBILITY), percent(border));
    }

    private double monthlySpend() {
        return history.sum(Period::sales) / Math.max(1, history.periods(period -> period.orders() > 0));
    }

    private String range(String one, String many, String fromTo) {
        IntSummaryStatistics numbers = history.periods().stream()
                .mapToInt(period -> period.categories().size())
                .filter(number -> number > 0)
                .summaryStatistics();
        if (numbers.getMin() < numbers.getMax()) {
            return fromTo.formatted(numbers.getMin(), numbers.getMax());
        }
        return numbers.getMax() == 1 ? one : many.formatted(numbers.getMax());
    }

    /** What 10 % more categories come with, in percent of spend. */
    private static String growth(double trait, Locale locale) {
        double growth = 100 * (Math.pow(1.1, 1 - trait) - 1);
        // no "-0.0"
        return String.format(locale, "%.1f", Math.abs(growth) < 0.05 ? 0.0 : growth);
    }

    private static String percent(double share) {
        return "%d %%".formatted(Math.round(100 * share));
    }

    private String sum(java.util.function.ToDoubleFunction<Period> amount) {
        return money(history.sum(amount));
    }

    private String money(double amount) {
        return "%d %s"
                .formatted(Math.round(amount), Currency.getInstance(currency).getSymbol(Locale.GERMANY));
    }
}
