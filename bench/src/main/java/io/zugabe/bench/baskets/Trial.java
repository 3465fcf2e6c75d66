package io.zugabe.bench.baskets;

import io.zugabe.bench.baskets.Invoices.Invoice;
import io.zugabe.recommendation.taste.domain.Purchases;
import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Baskets to learn from and later ones to complete.
 *
 * @param purchases of the time before
 * @param histories by customer, what they bought before
 * @param cases by basket, one for each draw of the product that is hidden
 */
record Trial(Purchases purchases, Map<Integer, Map<Integer, Bought>> histories, List<List<Case>> cases) {

    private static final int LEAST_PRODUCTS = 3;

    /** A product that a customer bought: in how many baskets, and when last. */
    record Bought(int times, double latestDay) {}

    /** What a method is told: nothing of what is hidden. */
    record Seen(int[] products, int customer, double day) {}

    /** A basket, of which a method sees all but one product. */
    record Case(Seen seen, int hidden) {}

    /**
     * Splits invoices in order of time: the first are learned from.
     *
     * @param earlier number of the first
     * @param draws of the hidden product, per basket
     */
    static Trial of(List<Invoice> invoices, int earlier, int draws, long seed) {
        List<Invoice> train = invoices.subList(0, earlier);
        Map<String, Map<String, Integer>> descriptions = new TreeMap<>();
        for (Invoice invoice : train) {
            invoice.descriptions()
                    .forEach((product, description) -> descriptions
                            .computeIfAbsent(product, _ -> new TreeMap<>())
                            .merge(description, 1, Integer::sum));
        }
        Map<String, Integer> places = new HashMap<>();
        descriptions.keySet().forEach(product -> places.put(product, places.size()));
        List<Basket> baskets =
                train.stream().map(invoice -> basket(invoice, places)).toList();
        List<List<Case>> cases = new ArrayList<>();
        for (Invoice invoice : invoices.subList(earlier, invoices.size())) {
            Basket basket = basket(invoice, places);
            if (basket.products().length >= LEAST_PRODUCTS) {
                cases.add(cases(basket, draws, new SplittableRandom(seed ^ Long.parseLong(invoice.number()))));
            }
        }
        List<String> texts =
                descriptions.values().stream().map(Trial::mostFrequent).toList();
        return new Trial(new Purchases(texts, baskets), histories(baskets), cases);
    }

    /** The products that are known, and the customer as a number. */
    private static Basket basket(Invoice invoice, Map<String, Integer> places) {
        int[] products = invoice.descriptions().keySet().stream()
                .filter(places::containsKey)
                .mapToInt(places::get)
                .sorted()
                .toArray();
        int customer = invoice.customer().isEmpty() ? -1 : Integer.parseInt(invoice.customer());
        return new Basket(products, customer, invoice.day());
    }

    /** Seeded by the invoice, so that no basket's draw depends on other baskets. */
    private static List<Case> cases(Basket basket, int draws, SplittableRandom random) {
        List<Case> cases = new ArrayList<>(draws);
        for (int draw = 0; draw < draws; draw++) {
            int hidden = basket.products()[random.nextInt(basket.products().length)];
            int[] visible = Arrays.stream(basket.products())
                    .filter(product -> product != hidden)
                    .toArray();
            cases.add(new Case(new Seen(visible, basket.customer(), basket.day()), hidden));
        }
        return cases;
    }

    private static Map<Integer, Map<Integer, Bought>> histories(List<Basket> baskets) {
        Map<Integer, Map<Integer, Bought>> histories = new HashMap<>();
        for (Basket basket : baskets) {
            if (basket.customer() >= 0) {
                Map<Integer, Bought> history = histories.computeIfAbsent(basket.customer(), _ -> new TreeMap<>());
                for (int product : basket.products()) {
                    history.merge(product, new Bought(1, basket.day()), Trial::later);
                }
            }
        }
        return histories;
    }

    private static Bought later(Bought one, Bought other) {
        return new Bought(one.times() + other.times(), Math.max(one.latestDay(), other.latestDay()));
    }

    private static String mostFrequent(Map<String, Integer> descriptions) {
        return descriptions.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
