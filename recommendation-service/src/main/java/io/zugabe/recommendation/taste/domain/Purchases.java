package io.zugabe.recommendation.taste.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What taste is learned from: baskets of products with places 0 to n − 1.
 *
 * @param texts of every product, by place: its name and whatever else tells products apart; empty if none
 */
public record Purchases(List<String> texts, List<Basket> baskets) {

    public Purchases {
        texts = List.copyOf(texts);
        baskets = List.copyOf(baskets);
    }

    /**
     * What was bought, and kept, at once.
     *
     * @param products places, ascending, each once
     * @param customer who bought: any number that is the same for the same customer; negative if unknown
     * @param day when: days since any fixed moment
     */
    public record Basket(int[] products, int customer, double day) {

        /** Whether it tells anything about products that go together. */
        boolean hasPairs() {
            return products.length > 1;
        }
    }

    /** Number of products. */
    public int products() {
        return texts.size();
    }

    /** The day of the latest basket; 0 if there is none. */
    public double latestDay() {
        return baskets.stream().mapToDouble(Basket::day).max().orElse(0);
    }

    /** In how many baskets each product is, by place. */
    public int[] counts() {
        int[] counts = new int[products()];
        for (Basket basket : baskets) {
            for (int product : basket.products()) {
                counts[product]++;
            }
        }
        return counts;
    }

    /** All but the latest tenth of baskets, and that tenth: to tune by without looking at what comes later. */
    public Split split() {
        List<Basket> ordered = new ArrayList<>(baskets);
        ordered.sort(Comparator.comparingDouble(Basket::day));
        int earlier = ordered.size() - ordered.size() / 10;
        return new Split(new Purchases(texts, ordered.subList(0, earlier)), ordered.subList(earlier, ordered.size()));
    }

    /** For each customer with several baskets or one: everything they bought, as one basket of the latest day. */
    List<Basket> byCustomer() {
        List<Basket> known = new ArrayList<>(
                baskets.stream().filter(basket -> basket.customer() >= 0).toList());
        known.sort(Comparator.comparingInt(Basket::customer));
        List<Basket> customers = new ArrayList<>();
        for (int from = 0; from < known.size(); ) {
            int to = from;
            while (to < known.size()
                    && known.get(to).customer() == known.get(from).customer()) {
                to++;
            }
            customers.add(union(known.subList(from, to)));
            from = to;
        }
        return customers;
    }

    private static Basket union(List<Basket> baskets) {
        int[] products = baskets.stream()
                .flatMapToInt(basket -> Arrays.stream(basket.products()))
                .sorted()
                .distinct()
                .toArray();
        double latest = baskets.stream().mapToDouble(Basket::day).max().orElse(0);
        return new Basket(products, baskets.getFirst().customer(), latest);
    }

    /** Earlier baskets to learn from and later ones to judge by. */
    public record Split(Purchases earlier, List<Basket> later) {}
}
