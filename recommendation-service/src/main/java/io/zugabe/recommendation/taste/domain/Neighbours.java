package io.zugabe.recommendation.taste.domain;

import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleConsumer;

/**
 * Learns item-kNN: each product's k most similar others by the cosine of the baskets that hold them,
 * Σ w over baskets with both / √(Σ w with one · Σ w with the other). Its cost is the number of pairs in baskets
 * and its memory that of the baskets: for more products than EASE^R can take.
 */
public final class Neighbours {

    private static final Comparator<Neighbour> LEAST_FIRST = Comparator.comparingDouble(Neighbour::likeness)
            .thenComparing(Comparator.comparingInt(Neighbour::product).reversed());

    /** Told about every so many products. */
    private static final int REPORTED = 1_024;

    private final Purchases purchases;
    private final float[] weights;
    private final int[] starts;
    private final int[] baskets;
    private final double[] norms;
    private final double[] common;
    private final IntArrayList met = new IntArrayList();

    private Neighbours(Purchases purchases, BasketWeights how) {
        this.purchases = purchases;
        this.weights = how.of(purchases.baskets(), purchases.latestDay());
        int[] counts = purchases.counts();
        this.starts = new int[counts.length + 1];
        for (int product = 0; product < counts.length; product++) {
            starts[product + 1] = starts[product] + counts[product];
        }
        this.baskets = new int[starts[counts.length]];
        this.norms = new double[counts.length];
        this.common = new double[counts.length];
        invert(starts.clone());
    }

    /**
     * Learns.
     *
     * @param progress is told the share done, in [0, 1]
     */
    public static ItemWeights learn(Purchases purchases, NeighbourSettings settings, DoubleConsumer progress) {
        Neighbours neighbours = new Neighbours(purchases, settings.weights());
        ItemWeights.Builder rows = new ItemWeights.Builder(purchases.products(), settings.neighbours());
        for (int product = 0; product < purchases.products(); product++) {
            neighbours.addRow(product, settings.neighbours(), rows);
            if (product % REPORTED == 0) {
                progress.accept((double) product / purchases.products());
            }
        }
        progress.accept(1);
        return rows.build();
    }

    private void invert(int[] next) {
        for (int number = 0; number < weights.length; number++) {
            for (int product : purchases.baskets().get(number).products()) {
                baskets[next[product]++] = number;
                norms[product] += weights[number];
            }
        }
    }

    private void addRow(int product, int most, ItemWeights.Builder rows) {
        for (int at = starts[product]; at < starts[product + 1]; at++) {
            Basket basket = purchases.baskets().get(baskets[at]);
            for (int other : basket.products()) {
                if (common[other] == 0) {
                    met.add(other);
                }
                common[other] += weights[baskets[at]];
            }
        }
        PriorityQueue<Neighbour> best = new PriorityQueue<>(LEAST_FIRST);
        for (int other : met) {
            double likeness = common[other] / Math.sqrt(norms[product] * norms[other]);
            common[other] = 0;
            if (other != product && likeness > 0) {
                best.add(new Neighbour(other, (float) likeness));
                if (best.size() > most) {
                    best.poll();
                }
            }
        }
        met.clear();
        Neighbour[] row = best.toArray(Neighbour[]::new);
        Arrays.sort(row, Comparator.comparingInt(Neighbour::product));
        for (Neighbour neighbour : row) {
            rows.add(neighbour.product(), neighbour.likeness());
        }
        rows.endRow();
    }

    private record Neighbour(int product, float likeness) {}
}
