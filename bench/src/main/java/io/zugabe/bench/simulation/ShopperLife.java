package io.zugabe.bench.simulation;

import io.zugabe.bench.simulation.ShopEvent.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one shopper does, day by day. A pure function of shopper and seed: days are lived one after the
 * other, so that something may be done to the shopper in between.
 */
final class ShopperLife {

    private static final double DAYS_OF_A_MONTH = 30.4;
    private static final int DAY_SECONDS = 86_400;
    private static final int MOST_OF_ONE = 8;

    private final Shopper shopper;
    private final Draws draws;
    private final Consumer<ShopEvent> shop;
    /** How much less often they order outside sales, so that the mean over a year stays theirs. */
    private final double rateOutsideSales;

    private int events;
    private int orders;
    private int cases;
    private int month = -1;
    private int ordersLeft;
    /** Number of orders by day of the month, of those who keep to a budget. */
    private int[] planned = new int[32];

    private double budgetLeft;
    private boolean subscribed;

    ShopperLife(Shopper shopper, Draws draws, Consumer<ShopEvent> shop) {
        this.shopper = shopper;
        this.draws = draws;
        this.shop = shop;
        this.rateOutsideSales = 6 / (5 + shopper.saleSeeking());
    }

    void live(int day) {
        if (!shopper.livesOn(day)) {
            return;
        }
        int monthOfYear = ShopCalendar.date(day).getMonthValue();
        if (monthOfYear != month) {
            beginMonth(day, monthOfYear);
        }
        double rate = shopper.ordersPerMonth()
                / DAYS_OF_A_MONTH
                * ShopCalendar.season(monthOfYear)
                * rateOutsideSales
                * (ShopCalendar.sale(day) ? shopper.saleSeeking() : 1);
        for (int i = budgeted() ? planned[ShopCalendar.date(day).getDayOfMonth()] : draws.poisson(rate); i > 0; i--) {
            order(day, monthOfYear);
        }
        for (int i = draws.poisson(shopper.visitsPerMonth() / DAYS_OF_A_MONTH); i > 0; i--) {
            visit(day, monthOfYear);
        }
    }

    private boolean budgeted() {
        return shopper.monthlyBudget() < Double.POSITIVE_INFINITY;
    }

    private void beginMonth(int day, int monthOfYear) {
        boolean first = month < 0;
        month = monthOfYear;
        if (budgeted()) {
            planMonth(day, monthOfYear);
        }
        if (first && draws.happens(0.6)) {
            newsletter(day, true);
        } else if (subscribed && draws.happens(Math.min(1, 0.02 * Math.exp(1.2 * shopper.irritability())))) {
            newsletter(day, false);
        }
    }

    /** Who keeps to a budget divides it: over the orders of the month, then over what is in each. */
    private void planMonth(int day, int monthOfYear) {
        // Nobody keeps to a budget exactly, December is dear to everybody, and some months something else is.
        budgetLeft = 100
                * draws.lognormal(shopper.monthlyBudget(), 0.12)
                * (monthOfYear == 12 ? 1.25 : 1)
                * (draws.happens(0.05) ? draws.uniform(0.4, 1) : 1);
        int today = ShopCalendar.date(day).getDayOfMonth();
        int rest = ShopCalendar.date(day).lengthOfMonth() - today + 1;
        planned = new int[32];
        ordersLeft =
                draws.poisson(shopper.ordersPerMonth() * ShopCalendar.season(monthOfYear) * rest / DAYS_OF_A_MONTH);
        for (int i = 0; i < ordersLeft; i++) {
            planned[today + draws.below(rest)]++;
        }
    }

    private void newsletter(int day, boolean now) {
        subscribed = now;
        shop.accept(new ShopEvent.NewsletterChanged(nextId(), moment(day), now));
    }

    private void visit(int day, int monthOfYear) {
        List<String> products = new ArrayList<>();
        for (int i = 1 + draws.poisson(1); i > 0; i--) {
            Category category = category(monthOfYear);
            products.add(Assortment.product(category, usual(category)));
        }
        long second = second();
        shop.accept(new ShopEvent.Viewed(nextId(), ShopCalendar.moment(day, second), products));
        if (draws.happens(0.05 + 0.6 / (1 + Math.exp(-shopper.hesitation())))) {
            shop.accept(
                    new ShopEvent.CartFilled(nextId(), ShopCalendar.moment(day, second + 300), products.subList(0, 1)));
        }
        seeOffer(day, second + 60, monthOfYear);
    }

    /** The shop shows offers on pages already; how they are received says something about contacts. */
    private void seeOffer(int day, long second, int monthOfYear) {
        Category category = category(monthOfYear);
        String product = Assortment.product(category, usual(category));
        shop.accept(new ShopEvent.OfferShown(nextId(), ShopCalendar.moment(day, second), product));
        if (draws.happens(1 / (1 + Math.exp(2.0 - 1.3 * shopper.irritability())))) {
            shop.accept(new ShopEvent.OfferDismissed(nextId(), ShopCalendar.moment(day, second + 20), product));
        } else if (draws.happens(1 / (1 + Math.exp(1.8 - 1.1 * shopper.curiosity())))) {
            shop.accept(new ShopEvent.OfferClicked(nextId(), ShopCalendar.moment(day, second + 20), product));
        }
    }

    private void order(int day, int monthOfYear) {
        double affordable = Double.POSITIVE_INFINITY;
        if (budgeted()) {
            affordable = ordersLeft > 1 ? budgetLeft * draws.uniform(0.7, 1.3) / ordersLeft : budgetLeft;
            ordersLeft--;
        }
        List<Line> lines = lines(day, monthOfYear, affordable);
        if (lines.isEmpty()) {
            return;
        }
        long second = second();
        String order = shopper.id() + "-o" + orders++;
        List<String> products = lines.stream().map(Line::product).distinct().toList();
        shop.accept(new ShopEvent.Viewed(nextId(), ShopCalendar.moment(day, second), products));
        shop.accept(new ShopEvent.CartFilled(nextId(), ShopCalendar.moment(day, second + 120), products));
        shop.accept(new ShopEvent.Purchased(nextId(), ShopCalendar.moment(day, second + 600), order, lines));
        seeOffer(day, second + 180, monthOfYear);
        budgetLeft -= lines.stream().mapToLong(Line::paid).sum();
        boolean returned = sendBack(day, order, lines);
        for (int i = draws.poisson(shopper.casesPerOrder() + (returned ? 0.06 : 0)); i > 0; i--) {
            complain(day + 1 + draws.below(20));
        }
    }

    private List<Line> lines(int day, int monthOfYear, double affordable) {
        boolean sale = ShopCalendar.sale(day);
        double odds = shopper.discountProbability() / (1 - shopper.discountProbability()) * (sale ? 3 : 1);
        boolean discounted = draws.happens(odds / (1 + odds));
        double depth =
                discounted ? Math.min(0.6, shopper.discountDepth() * draws.uniform(0.6, 1.4) + (sale ? 0.04 : 0)) : 0;
        List<Line> lines = new ArrayList<>();
        double left = affordable;
        for (int units = 1 + draws.poisson(shopper.basket() - 1); units > 0; units--) {
            Category category = category(monthOfYear);
            int index = budgeted()
                    ? Assortment.nearest(category, left / units * draws.uniform(0.6, units > 1 ? 1.4 : 1))
                    : usual(category);
            // Not everything in an order is reduced.
            Line line = Assortment.line(category, index, draws.happens(0.85) ? depth : 0);
            // Who has money left at the end takes some more of the last thing.
            for (int i = units == 1 && budgeted() ? MOST_OF_ONE : 1; i > 0 && line.paid() <= left; i--) {
                lines.add(line);
                left -= line.paid();
            }
        }
        return lines;
    }

    private boolean sendBack(int day, String order, List<Line> lines) {
        // Some orders disappoint as a whole.
        double mood = draws.normal(0, 0.6);
        List<Line> back = new ArrayList<>();
        for (Line line : lines) {
            double odds = shopper.returnProbability()
                    / (1 - shopper.returnProbability())
                    * line.category().returns
                    * Math.exp(mood);
            if (draws.happens(odds / (1 + odds))) {
                back.add(line);
            }
        }
        if (!back.isEmpty()) {
            shop.accept(new ShopEvent.Returned(nextId(), moment(day + 4 + draws.below(21)), order, back));
        }
        return !back.isEmpty();
    }

    private void complain(int day) {
        String caseId = shopper.id() + "-c" + cases++;
        long cost = Math.round(100 * draws.lognormal(shopper.caseCost(), 0.6));
        shop.accept(new ShopEvent.CaseOpened(nextId(), moment(day), caseId));
        shop.accept(new ShopEvent.CaseResolved(nextId(), moment(day + 1 + draws.below(5)), caseId, cost));
    }

    private Category category(int monthOfYear) {
        double[] weights = shopper.tastes().clone();
        double total = 0;
        for (Category category : Category.values()) {
            weights[category.ordinal()] *= category.season(monthOfYear);
            total += weights[category.ordinal()];
        }
        return Category.values()[draws.index(weights, total)];
    }

    private int usual(Category category) {
        return Assortment.nearest(
                category, 100 * draws.lognormal(category.price * shopper.priceLevel(), category.spread));
    }

    private java.time.Instant moment(int day) {
        return ShopCalendar.moment(day, second());
    }

    private long second() {
        return 6 * 3_600 + draws.below(DAY_SECONDS - 7 * 3_600);
    }

    private String nextId() {
        return shopper.id() + "-e" + events++;
    }

    /** The order in which a shop sees events. */
    static final Comparator<ShopEvent> BY_TIME =
            Comparator.comparing(ShopEvent::time).thenComparing(ShopEvent::id);
}
