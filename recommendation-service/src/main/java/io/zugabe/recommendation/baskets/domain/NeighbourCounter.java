package io.zugabe.recommendation.baskets.domain;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntIterator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Counts the neighbours of one product after the other. Keeps its counters between calls; one thread at a time. */
public final class NeighbourCounter {

    private static final Comparator<Neighbour> WORST_FIRST = Comparator.comparingDouble(Neighbour::score)
            .thenComparing(Comparator.comparingInt(Neighbour::product).reversed());

    private final BasketIndex index;
    private final int most;
    private final IntArrayList met = new IntArrayList();
    private int[] support = new int[0];
    private int[] returned = new int[0];

    /**
     * @param most neighbours kept per product
     */
    public NeighbourCounter(BasketIndex index, int most) {
        this.index = index;
        this.most = most;
    }

    /** The best neighbours of a product, best first: product, support, returned of each. */
    public int[] count(int product) {
        meet(product);
        PriorityQueue<Neighbour> best = new PriorityQueue<>(WORST_FIRST);
        int own = index.basketsOf(product);
        for (int other : met) {
            double score = PairCounts.score(support[other] - returned[other], own, index.basketsOf(other));
            best.add(new Neighbour(other, support[other], returned[other], score));
            support[other] = 0;
            returned[other] = 0;
            if (best.size() > most) {
                best.poll();
            }
        }
        met.clear();
        return row(best);
    }

    private void meet(int product) {
        if (support.length <= index.largestProduct()) {
            support = Arrays.copyOf(support, index.largestProduct() + 1);
            returned = Arrays.copyOf(returned, index.largestProduct() + 1);
        }
        for (IntIterator baskets = index.basketsWith(product).iterator(); baskets.hasNext(); ) {
            int[] lines = index.of(baskets.nextInt());
            boolean sentBack = Arrays.binarySearch(lines, -product) >= 0;
            for (int line : lines) {
                int other = Math.abs(line);
                if (other != product) {
                    if (support[other]++ == 0) {
                        met.add(other);
                    }
                    returned[other] += sentBack || line < 0 ? 1 : 0;
                }
            }
        }
    }

    private static int[] row(PriorityQueue<Neighbour> best) {
        int[] row = new int[best.size() * BasketModel.WIDTH];
        for (int at = row.length - BasketModel.WIDTH; at >= 0; at -= BasketModel.WIDTH) {
            Neighbour neighbour = best.remove();
            row[at] = neighbour.product();
            row[at + 1] = neighbour.support();
            row[at + 2] = neighbour.returned();
        }
        return row;
    }

    private record Neighbour(int product, int support, int returned, double score) {}
}
