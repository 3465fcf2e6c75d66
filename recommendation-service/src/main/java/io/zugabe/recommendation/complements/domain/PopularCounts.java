package io.zugabe.recommendation.complements.domain;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts what is bought lately in every category, and in every month of former years. Orders count by how long they lie back:
 * half as much for every 30 days.
 */
final class PopularCounts {

    /** The whole shop. */
    static final String EVERYWHERE = "";

    private static final int MOST = 50;
    private static final int LEAST_ORDERS = 3;
    private static final double HALF_LIFE_DAYS = 30;
    private static final int LATELY_DAYS = 30;
    private static final int FORMER_DAYS = 180;
    private static final double MINUTES_OF_DAY = 24 * 60;

    private final Map<String, Counted> lately = new HashMap<>();
    private final Map<String, Counted> seasons = new HashMap<>();
    private final int now;
    private int latelyOrders;

    private PopularCounts(int now) {
        this.now = now;
    }

    /** The weights of products, and the orders that a sentence can speak of. */
    private static final class Counted {
        private final Int2DoubleOpenHashMap weights = new Int2DoubleOpenHashMap();
        private final Int2IntOpenHashMap orders = new Int2IntOpenHashMap();

        void add(int product, double weight, boolean told) {
            weights.addTo(product, weight);
            orders.addTo(product, told ? 1 : 0);
        }

        /** Product and orders of each, best first. */
        int[] best() {
            return weights.int2DoubleEntrySet().stream()
                    .filter(entry -> orders.get(entry.getIntKey()) >= LEAST_ORDERS)
                    .sorted(Comparator.comparingDouble(Int2DoubleMap.Entry::getDoubleValue)
                            .reversed()
                            .thenComparing(Int2DoubleMap.Entry::getIntKey))
                    .limit(MOST)
                    .flatMapToInt(entry -> IntStream.of(entry.getIntKey(), orders.get(entry.getIntKey())))
                    .toArray();
        }
    }

    /**
     * Counts the products that have a type: others are not in the catalog any more.
     */
    static Popularity of(Orders orders, Groups types, Groups categories) {
        PopularCounts counts = new PopularCounts(orders.latest());
        for (int order = 0; order < orders.size(); order++) {
            counts.add(orders.minute(order), orders.products(order), types, categories);
        }
        return new Popularity(LATELY_DAYS, counts.latelyOrders, best(counts.lately), best(counts.seasons));
    }

    private void add(int minute, int[] products, Groups types, Groups categories) {
        double days = (now - minute) / MINUTES_OF_DAY;
        double weight = Math.pow(2, -days / HALF_LIFE_DAYS);
        int month = Instant.ofEpochSecond(minute * 60L).atOffset(ZoneOffset.UTC).getMonthValue();
        latelyOrders += days <= LATELY_DAYS ? 1 : 0;
        for (int product : products) {
            if (types.nameOf(product).isEmpty()) {
                continue;
            }
            for (String context : Popularity.contexts(categories.nameOf(product))) {
                lately.computeIfAbsent(context, _ -> new Counted()).add(product, weight, days <= LATELY_DAYS);
                if (days > FORMER_DAYS) {
                    seasons.computeIfAbsent(Popularity.season(context, month), _ -> new Counted())
                            .add(product, 1, true);
                }
            }
        }
    }

    private static Map<String, int[]> best(Map<String, Counted> counted) {
        Map<String, int[]> best = new HashMap<>();
        counted.forEach((context, all) -> {
            int[] row = all.best();
            if (row.length > 0) {
                best.put(context, row);
            }
        });
        return best;
    }
}
