package io.zugabe.recommendation.content.domain;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;

/**
 * The selling products that products without sales are most like. Immutable once it is made.
 *
 * @param products number of products that were compared
 * @param orders number of orders that said what sells
 * @param position of the event log that what sells was read at
 * @param rows by product without sales, most alike first: product, cosine in thousandths
 */
public record Likeness(int products, int orders, long position, Int2ObjectMap<int[]> rows) {

    /** Nothing compared. */
    public static final Likeness NONE = new Likeness(0, 0, 0, new Int2ObjectOpenHashMap<>());

    private static final double THOUSANDTHS = 1_000;

    /** Takes a selling product and how alike it is, in (0, 1]. */
    @FunctionalInterface
    public interface Visitor {
        void visit(int product, double cosine);
    }

    /** Calls back with the selling products that a product is most like. */
    public void forEach(int product, Visitor visitor) {
        int[] row = rows.get(product);
        for (int at = 0; row != null && at < row.length; at += 2) {
            visitor.visit(row[at], row[at + 1] / THOUSANDTHS);
        }
    }
}
