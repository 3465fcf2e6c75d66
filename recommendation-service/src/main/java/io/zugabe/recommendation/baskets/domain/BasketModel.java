package io.zugabe.recommendation.baskets.domain;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What was bought together, and what customers bought later, at one moment: per product its best neighbours, sets and
 * followers. Immutable.
 */
public final class BasketModel {

    /** Ints per neighbour in a row: product, support, returned. */
    static final int WIDTH = 3;

    /** Ints per set: its other two products, support, returned. */
    static final int SET_WIDTH = 4;

    /** Ints per follower, behind the number of customers: product, customers. */
    static final int LATER_WIDTH = 2;

    static final int[] NO_ROW = new int[0];

    public static final BasketModel EMPTY =
            new BasketModel(new Rows(new int[0][], new int[0][], new int[0][]), new int[0], new int[0], 0, 0, 0);

    private final Rows rows;
    private final int[] baskets;
    private final int[] returned;
    private final int total;
    private final int customers;
    private final long position;

    BasketModel(Rows rows, int[] baskets, int[] returned, int total, int customers, long position) {
        this.rows = rows;
        this.baskets = baskets;
        this.returned = returned;
        this.total = total;
        this.customers = customers;
        this.position = position;
    }

    /** What was counted, by product. */
    record Rows(int[] @Nullable [] neighbours, int[] @Nullable [] sets, int[] @Nullable [] later) {}

    /** Takes a neighbour: in how many baskets it was, and from how many of them one of both was sent back. */
    @FunctionalInterface
    public interface PairVisitor {
        void visit(int neighbour, int support, int returned);
    }

    /** Takes a set of three: the other two products of it. */
    @FunctionalInterface
    public interface SetVisitor {
        void visit(int one, int other, int support, int returned);
    }

    /** Takes what customers bought later. */
    @FunctionalInterface
    public interface LaterVisitor {
        void visit(int product, int customers);
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

    /** Number of customers (visitors who are not known count as one each). */
    public int customers() {
        return customers;
    }

    /** The position of the event log that this reflects. */
    public long position() {
        return position;
    }

    /** Calls back with every neighbour of a product, the best first. */
    public void forEachNeighbour(int product, IntConsumer neighbour) {
        int[] row = row(rows.neighbours, product);
        for (int at = 0; at < row.length; at += WIDTH) {
            neighbour.accept(row[at]);
        }
    }

    /** Calls back with every neighbour of a product and how often they were bought together, the best first. */
    public void forEachPair(int product, PairVisitor visitor) {
        int[] row = row(rows.neighbours, product);
        for (int at = 0; at < row.length; at += WIDTH) {
            visitor.visit(row[at], row[at + 1], row[at + 2]);
        }
    }

    /** Calls back with every set of three that is kept of a product, the best first. */
    public void forEachSet(int product, SetVisitor visitor) {
        int[] row = row(rows.sets, product);
        for (int at = 0; at < row.length; at += SET_WIDTH) {
            visitor.visit(row[at], row[at + 1], row[at + 2], row[at + 3]);
        }
    }

    /** Calls back with what customers of a product bought in a later order within half a year, the best first. */
    public void forEachLater(int product, LaterVisitor visitor) {
        int[] row = row(rows.later, product);
        for (int at = 1; at < row.length; at += LATER_WIDTH) {
            visitor.visit(row[at], row[at + 1]);
        }
    }

    /** Number of customers who bought and kept a product, as far as they were told apart. */
    public int buyersOf(int product) {
        int[] row = row(rows.later, product);
        return row.length == 0 ? 0 : row[0];
    }

    /** Number of customers who bought one product and in a later order another; 0 if that is not among the best. */
    public int boughtLater(int product, int later) {
        int[] row = row(rows.later, product);
        for (int at = 1; at < row.length; at += LATER_WIDTH) {
            if (row[at] == later) {
                return row[at + 1];
            }
        }
        return 0;
    }

    /** Number of baskets in which a product and one of its neighbours stayed; 0 if it is none. */
    public int kept(int anchor, int candidate) {
        int[] row = row(rows.neighbours, anchor);
        for (int at = 0; at < row.length; at += WIDTH) {
            if (row[at] == candidate) {
                return row[at + 1] - row[at + 2];
            }
        }
        return 0;
    }

    /** The counts of a product and one of its neighbours; empty if it is none. */
    public Optional<PairCounts> pair(int anchor, int candidate) {
        int[] row = row(rows.neighbours, anchor);
        for (int at = 0; at < row.length; at += WIDTH) {
            if (row[at] == candidate) {
                return Optional.of(
                        new PairCounts(row[at + 1], row[at + 2], basketsOf(anchor), basketsOf(candidate), total));
            }
        }
        return Optional.empty();
    }

    private static int[] row(int[] @Nullable [] of, int product) {
        int[] found = product < of.length ? of[product] : null;
        return found == null ? NO_ROW : found;
    }
}
