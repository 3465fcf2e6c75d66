package io.zugabe.recommendation.content.domain;

import io.zugabe.recommendation.content.domain.Features.Described;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds, for products without sales, the selling products of the same type that are most like them: cosine of their
 * features, each weighted by ln(1 + n / products with it) among what sells, so that what everything has says little. An inverted
 * index over what sells; features that too many of it have are not searched by.
 */
public final class CompareProducts {

    /** Selling products that are kept per product. */
    private static final int MOST = 3;

    /** Products that are less alike have other companions. */
    private static final double LEAST_COSINE = 0.25;

    /** What more of what sells has finds too much. */
    private static final int MOST_WITH_FEATURE = 2_000;

    private static final double THOUSANDTHS = 1_000;

    private final Features features = new Features();
    private final Map<String, Shelf> shelves = new HashMap<>();
    private final List<Described> selling = new ArrayList<>();
    private final Int2ObjectOpenHashMap<int[]> rows = new Int2ObjectOpenHashMap<>();
    private double[] weights = new double[0];
    private double unknown;
    private int compared;

    /** What sells of one type. */
    private static final class Shelf {
        private final IntArrayList products = new IntArrayList();
        private final Int2ObjectOpenHashMap<IntArrayList> withFeature = new Int2ObjectOpenHashMap<>();
        private double[] norms = new double[0];
        private double[] dots = new double[0];
    }

    /** Adds what sells; all of it before {@link #index()}. */
    public void sells(Described product) {
        selling.add(product);
    }

    /** What sells is known. */
    public void index() {
        int[][] vectors = new int[selling.size()][];
        for (int place = 0; place < vectors.length; place++) {
            vectors[place] = features.of(selling.get(place));
        }
        weights = weights(vectors);
        unknown = Math.log1p(vectors.length);
        for (int place = 0; place < vectors.length; place++) {
            put(selling.get(place), vectors[place]);
        }
        shelves.values().forEach(shelf -> shelf.dots = new double[shelf.products.size()]);
        compared = selling.size();
        selling.clear();
    }

    /** Finds what a product without sales is like; after {@link #index()}. */
    public void compare(Described product) {
        compared++;
        Shelf shelf = shelves.get(product.type());
        if (shelf != null) {
            int[] row = mostAlike(features.find(product), shelf);
            if (row.length > 0) {
                rows.put(product.number(), row);
            }
        }
    }

    /**
     * All that was found.
     *
     * @param orders number of orders that said what sells
     * @param position of the event log that they reflect
     */
    public Likeness done(int orders, long position) {
        return new Likeness(compared, orders, position, rows);
    }

    private double[] weights(int[][] vectors) {
        int[] with = new int[features.size()];
        for (int[] vector : vectors) {
            for (int feature : vector) {
                with[feature]++;
            }
        }
        double[] logs = new double[with.length];
        for (int feature = 0; feature < with.length; feature++) {
            logs[feature] = Math.log1p((double) vectors.length / with[feature]);
        }
        return logs;
    }

    private void put(Described product, int[] vector) {
        Shelf shelf = shelves.computeIfAbsent(product.type(), _ -> new Shelf());
        int place = shelf.products.size();
        shelf.products.add(product.number());
        if (place >= shelf.norms.length) {
            shelf.norms = Arrays.copyOf(shelf.norms, Math.max(16, place * 2));
        }
        shelf.norms[place] = norm(vector);
        for (int feature : vector) {
            shelf.withFeature.computeIfAbsent(feature, _ -> new IntArrayList(2)).add(place);
        }
    }

    private int[] mostAlike(int[] vector, Shelf shelf) {
        IntArrayList met = new IntArrayList();
        for (int feature : vector) {
            IntArrayList with = feature == Features.UNKNOWN ? null : shelf.withFeature.get(feature);
            if (with != null && with.size() <= MOST_WITH_FEATURE) {
                double square = weights[feature] * weights[feature];
                for (int at = 0; at < with.size(); at++) {
                    int place = with.getInt(at);
                    if (shelf.dots[place] == 0) {
                        met.add(place);
                    }
                    shelf.dots[place] += square;
                }
            }
        }
        double norm = norm(vector);
        int[] best = new int[MOST];
        double[] cosines = new double[MOST];
        int found = 0;
        for (int at = 0; at < met.size(); at++) {
            int place = met.getInt(at);
            double cosine = shelf.dots[place] / (norm * shelf.norms[place]);
            shelf.dots[place] = 0;
            if (cosine >= LEAST_COSINE) {
                found = insert(best, cosines, found, shelf.products.getInt(place), cosine);
            }
        }
        int[] row = new int[found * 2];
        for (int rank = 0; rank < found; rank++) {
            row[rank * 2] = best[rank];
            row[rank * 2 + 1] = (int) Math.round(cosines[rank] * THOUSANDTHS);
        }
        return row;
    }

    /** Keeps the list sorted, of equal ones the smaller number first; returns its length. */
    private static int insert(int[] best, double[] cosines, int found, int product, double cosine) {
        int rank = found;
        while (rank > 0 && (cosines[rank - 1] < cosine || cosines[rank - 1] == cosine && best[rank - 1] > product)) {
            rank--;
        }
        if (rank >= MOST) {
            return found;
        }
        int last = Math.min(found, MOST - 1);
        System.arraycopy(best, rank, best, rank + 1, last - rank);
        System.arraycopy(cosines, rank, cosines, rank + 1, last - rank);
        best[rank] = product;
        cosines[rank] = cosine;
        return Math.min(found + 1, MOST);
    }

    /** A feature that nothing that sells has counts as one that one product has. */
    private double norm(int[] vector) {
        double sum = 0;
        for (int feature : vector) {
            double weight = feature == Features.UNKNOWN ? unknown : weights[feature];
            sum += weight * weight;
        }
        return Math.sqrt(sum);
    }
}
