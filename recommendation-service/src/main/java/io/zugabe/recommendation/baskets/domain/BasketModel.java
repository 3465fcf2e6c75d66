package io.zugabe.recommendation.baskets.domain;

import java.util.Optional;
import java.util.function.IntConsumer;

/** What was bought together, at one moment: per product its best neighbours. Immutable. */
public final class BasketModel {

    public static final BasketModel EMPTY = new BasketModel(new int[0][], new int[0], new int[0], 0, 0);

    /** Ints per neighbour in a row: product, support, returned. */
    static final int WIDTH = 3;

    private static final int[] NO_ROW = new int[0];

    private final int[][] rows;
    private final int[] baskets;
    private final int[] returned;
    private final int total;
    private final long position;

    BasketModel(int[][] rows, int[] baskets, int[] returned, int total, long position) {
        this.rows = rows;
        this.baskets = baskets;
        this.returned = returned;
        this.total = total;
        this.position = position;
    }

    /** Number of baskets with a product. */
    public int basketsOf(int product) {
        return product < baskets.length ? baskets[product] : 0;
    }

    /** Number of baskets from which a product was sent back completely. */
    public int returnedOf(int product) {
        return product < returned.length ? returned[product] : 0;
    }

    /** Number of baskets in which a product stayed. */
    public int keptOf(int product) {
        return basketsOf(product) - returnedOf(product);
    }

    /** Number of baskets. */
    public int total() {
        return total;
    }

    /** The position of the event log that this reflects. */
    public long position() {
        return position;
    }

    /** Calls back with every neighbour of a product, the best first. */
    public void forEachNeighbour(int product, IntConsumer neighbour) {
        int[] row = row(product);
        for (int at = 0; at < row.length; at += WIDTH) {
            neighbour.accept(row[at]);
        }
    }

    /** The counts of a product and one of its neighbours; empty if it is none. */
    public Optional<PairCounts> pair(int anchor, int candidate) {
        int[] row = row(anchor);
        for (int at = 0; at < row.length; at += WIDTH) {
            if (row[at] == candidate) {
                return Optional.of(
                        new PairCounts(row[at + 1], row[at + 2], basketsOf(anchor), basketsOf(candidate), total));
            }
        }
        return Optional.empty();
    }

    private int[] row(int product) {
        return product < rows.length && rows[product] != null ? rows[product] : NO_ROW;
    }
}
