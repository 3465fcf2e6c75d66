package io.zugabe.segmentation.feature.domain;

import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Happening.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Features computed the plain way: by going through all events, for every feature anew. */
final class NaiveFeatures {

    private final List<CustomerEvent> events;
    private final Instant now;
    private final LocalDate today;
    private final Map<String, Object> values = new TreeMap<>();

    NaiveFeatures(List<CustomerEvent> events, Instant now) {
        this.events = events.stream()
                .sorted(Comparator.comparing(
                                (CustomerEvent event) -> event.stamp().time())
                        .thenComparing(event -> event.stamp().eventId()))
                .toList();
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Map<String, Object> compute() {
        activity();
        orders();
        care();
        return values;
    }

    private void activity() {
        values.put("views", (double) count(event -> event.what() instanceof Happening.Viewed));
        values.put("views_7d", (double) count(event -> event.what() instanceof Happening.Viewed && within(event, 7)));
        values.put("views_30d", (double) count(event -> event.what() instanceof Happening.Viewed && within(event, 30)));
        values.put(
                "views_decayed",
                events.stream()
                        .filter(event -> event.what() instanceof Happening.Viewed)
                        .mapToDouble(event -> Math.pow(2, -ChronoUnit.DAYS.between(day(event), today) / 14.0))
                        .sum());
        values.put("searches_30d", (double) count(e -> e.what() instanceof Happening.Searched && within(e, 30)));
        values.put("cart_additions_30d", (double)
                count(e -> e.what() instanceof Happening.CartFilled && within(e, 30)));
        values.put("cart_removals_30d", (double)
                count(e -> e.what() instanceof Happening.CartEmptied && within(e, 30)));
        values.put("checkouts_30d", (double) count(e -> e.what() instanceof Happening.CheckoutBegun && within(e, 30)));
        values.put("reviews", (double) count(event -> event.what() instanceof Happening.Reviewed));
        Set<LocalDate> active = new HashSet<>();
        events.stream()
                .filter(event -> within(event, 30) && counted(event.what()))
                .forEach(event -> active.add(day(event)));
        values.put("active_days_30d", (double) active.size());
        put(
                "days_since_first_event",
                events.stream().map(e -> e.stamp().time()).findFirst().orElse(null));
        put(
                "days_since_last_event",
                events.isEmpty() ? null : events.getLast().stamp().time());
        Set<String> cart = new HashSet<>();
        for (CustomerEvent event : events) {
            switch (event.what()) {
                case Happening.CartFilled filled -> cart.addAll(filled.products());
                case Happening.CartEmptied emptied -> emptied.products().forEach(cart::remove);
                case Happening.Purchased bought -> bought.lines().forEach(line -> cart.remove(line.product()));
                default -> {}
            }
        }
        values.put("cart_items", (double) cart.size());
        double filled = count(event -> event.what() instanceof Happening.CartFilled);
        double ordered = count(event -> event.what() instanceof Happening.Purchased);
        if (filled > 0) {
            values.put("cart_abandonment", Math.max(0, filled - ordered) / filled);
        }
    }

    private static boolean counted(Happening what) {
        return switch (what) {
            case Happening.NewsletterChanged changed -> false;
            case Happening.MembershipChanged changed -> false;
            case Happening.ConsentChanged changed -> false;
            case Happening.TraitsChanged changed -> false;
            case Happening.CaseResolved resolved -> resolved.cost() > 0;
            default -> true;
        };
    }

    private void orders() {
        List<CustomerEvent> orders = events.stream()
                .filter(event -> event.what() instanceof Happening.Purchased)
                .toList();
        List<CustomerEvent> yearly = orders.stream().filter(this::withinYear).toList();
        values.put("orders", (double) orders.size());
        values.put("orders_90d", (double)
                orders.stream().filter(event -> within(event, 90)).count());
        values.put("orders_12m", (double) yearly.size());
        values.put("units_12m", sum(yearly, line -> line.quantity()));
        put(
                "days_since_first_order",
                orders.isEmpty() ? null : orders.getFirst().stamp().time());
        put(
                "days_since_last_order",
                orders.isEmpty() ? null : orders.getLast().stamp().time());
        List<CustomerEvent> back = events.stream()
                .filter(event -> event.what() instanceof Happening.Returned)
                .toList();
        List<CustomerEvent> backYearly = back.stream().filter(this::withinYear).toList();
        double paid = sum(yearly, NaiveFeatures::paid);
        double returned = sum(backYearly, NaiveFeatures::paid);
        values.put("net_sales", sum(orders, NaiveFeatures::paid) - sum(back, NaiveFeatures::paid));
        values.put("net_sales_12m", paid - returned);
        values.put("returns_12m", (double) backYearly.size());
        double costed = sum(yearly, line -> line.cost() == null ? 0 : paid(line));
        double cost = sum(yearly, line -> line.cost() == null ? 0 : line.cost() * line.quantity() / 10_000.0);
        if (costed > 0 || paid == 0) {
            double kept = paid > 0 ? Math.max(0, 1 - returned / paid) : 1;
            values.put("margin_12m", (costed - cost) * kept);
            values.put("contribution_12m", (costed - cost) * kept - serviceCost());
        }
        if (paid > 0) {
            values.put("return_share_12m", returned / paid);
            values.put("service_cost_share_12m", serviceCost() / paid);
            values.put(
                    "discounted_share_12m",
                    yearly.stream()
                                    .filter(order -> sum(List.of(order), line -> line.discount() * line.quantity()) > 0)
                                    .mapToDouble(order -> sum(List.of(order), NaiveFeatures::paid))
                                    .sum()
                            / paid);
        }
        double gross = sum(yearly, line -> line.price() * line.quantity() / 10_000.0);
        if (gross > 0) {
            values.put("discount_share_12m", (gross - paid) / gross);
        }
        categories(orders, yearly);
        medians(orders);
    }

    private void categories(List<CustomerEvent> orders, List<CustomerEvent> yearly) {
        values.put("categories", (double) names(orders).size());
        values.put("bought_categories", List.copyOf(names(orders)));
        values.put("categories_12m", (double) names(yearly).size());
    }

    private static Set<String> names(List<CustomerEvent> orders) {
        Set<String> names = new TreeSet<>();
        orders.forEach(order -> lines(order).forEach(line -> names.add(line.category())));
        names.remove("");
        return names;
    }

    private void medians(List<CustomerEvent> all) {
        List<CustomerEvent> orders = all.subList(Math.max(0, all.size() - 50), all.size());
        List<Double> amounts = new ArrayList<>();
        orders.forEach(order -> amounts.add(sum(List.of(order), NaiveFeatures::paid)));
        median("usual_order_value", amounts);
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < orders.size(); i++) {
            gaps.add(
                    orders.get(i - 1).stamp().time().until(orders.get(i).stamp().time(), ChronoUnit.MILLIS)
                            / 86_400_000.0);
        }
        median("usual_order_gap", gaps);
    }

    private void median(String name, List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            values.put(name, (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2);
        }
    }

    private void care() {
        Map<String, Boolean> open = new HashMap<>();
        Map<String, Instant> dismissed = new LinkedHashMap<>();
        Instant interest = null;
        for (CustomerEvent event : events) {
            switch (event.what()) {
                case Happening.CaseOpened opened -> open.put(opened.caseId(), true);
                case Happening.CaseResolved resolved -> {
                    open.put(resolved.caseId(), false);
                    values.put("interest_signalled", resolved.interest());
                }
                case Happening.OfferDismissed what ->
                    dismissed.put("latest", event.stamp().time());
                case Happening.OfferClicked clicked -> interest = event.stamp().time();
                case Happening.OfferAdded added -> interest = event.stamp().time();
                default -> {}
            }
        }
        values.put(
                "open_cases", (double) open.values().stream().filter(is -> is).count());
        values.put("cases_12m", (double) count(e -> e.what() instanceof Happening.CaseOpened && withinYear(e)));
        values.put("service_cost_12m", serviceCost());
        put("days_since_last_dismissal", dismissed.get("latest"));
        double shown = count(event -> event.what() instanceof Happening.OffersShown);
        values.put("offers_shown", shown);
        if (shown > 0) {
            values.put("offer_click_rate", count(e -> e.what() instanceof Happening.OfferClicked) / shown);
            values.put("offer_dismissal_rate", count(e -> e.what() instanceof Happening.OfferDismissed) / shown);
        }
        LocalDate since = interest == null ? LocalDate.MIN : LocalDate.ofInstant(interest, ZoneOffset.UTC);
        values.put("offers_without_interest", (double)
                count(e -> e.what() instanceof Happening.OffersShown && day(e).isAfter(since)));
    }

    private double serviceCost() {
        return events.stream()
                        .filter(this::withinYear)
                        .mapToDouble(
                                event -> event.what() instanceof Happening.CaseResolved resolved ? resolved.cost() : 0)
                        .sum()
                / 10_000.0;
    }

    private long count(Predicate<CustomerEvent> which) {
        return events.stream().filter(which).count();
    }

    private static double sum(List<CustomerEvent> events, ToDoubleFunction<Line> value) {
        return events.stream()
                .flatMap(event -> lines(event).stream())
                .mapToDouble(value)
                .sum();
    }

    private static List<Line> lines(CustomerEvent event) {
        return switch (event.what()) {
            case Happening.Purchased purchased -> purchased.lines();
            case Happening.Returned returned -> returned.lines();
            default -> List.of();
        };
    }

    private static double paid(Line line) {
        return (line.price() - line.discount()) * line.quantity() / 10_000.0;
    }

    private void put(String name, @org.jspecify.annotations.Nullable Instant time) {
        if (time != null) {
            values.put(name, Math.max(0, time.until(now, ChronoUnit.MILLIS) / 86_400_000.0));
        }
    }

    private boolean within(CustomerEvent event, int days) {
        return ChronoUnit.DAYS.between(day(event), today) < days;
    }

    private boolean withinYear(CustomerEvent event) {
        return YearMonth.from(day(event)).until(YearMonth.from(today), ChronoUnit.MONTHS) < 12;
    }

    private static LocalDate day(CustomerEvent event) {
        return LocalDate.ofInstant(event.stamp().time(), ZoneOffset.UTC);
    }
}
