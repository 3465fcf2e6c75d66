package io.zugabe.recommendation.taste.domain;

import it.unimi.dsi.fastutil.ints.Int2FloatOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Scores of all products for one basket: sums of the weights of what lies in it. Zero for products that
 * nothing in it says anything about. Not for concurrent use.
 */
public final class TasteScores {

    /** Up to here an array is quicker than a table, and small. */
    private static final int MOST_DENSE = 16_384;

    private static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::product);

    private final ItemWeights weights;
    private final float[] dense;
    private final Int2FloatOpenHashMap sparse = new Int2FloatOpenHashMap();

    public TasteScores(ItemWeights weights) {
        this.weights = weights;
        this.dense = new float[weights.products() <= MOST_DENSE ? weights.products() : 0];
    }

    /** A product and its score. */
    public record Scored(int product, float score) {}

    /** Counts a product of the basket in. */
    public void see(int product) {
        weights.forEach(product, this::add);
    }

    /** Adds to a product's score, for instance for a purchase before. */
    public void add(int product, float more) {
        if (dense.length > 0) {
            dense[product] += more;
        } else {
            sparse.addTo(product, more);
        }
    }

    public float of(int product) {
        return dense.length > 0 ? dense[product] : sparse.get(product);
    }

    /** Forgets everything, to be used again. */
    public void clear() {
        Arrays.fill(dense, 0);
        sparse.clear();
    }

    /**
     * The products with the highest scores above zero, best first; of equal ones those of lower places first.
     *
     * @param without products that are not wanted
     */
    public List<Scored> best(int most, IntSet without) {
        return best(most, 0, without);
    }

    /**
     * The same with the highest scores above another floor.
     *
     * @param floor 0 or more
     */
    List<Scored> best(int most, float floor, IntSet without) {
        PriorityQueue<Scored> best = new PriorityQueue<>(BEST_FIRST.reversed());
        for (int product : scored(floor)) {
            float score = of(product);
            if (score > floor
                    && (best.size() < most || score >= best.element().score())
                    && !without.contains(product)) {
                best.add(new Scored(product, score));
                if (best.size() > most) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(BEST_FIRST).toList();
    }

    private IntArrayList scored(float floor) {
        if (dense.length == 0) {
            return new IntArrayList(sparse.keySet());
        }
        IntArrayList all = new IntArrayList();
        for (int product = 0; product < dense.length; product++) {
            if (dense[product] > floor) {
                all.add(product);
            }
        }
        return all;
    }
}
