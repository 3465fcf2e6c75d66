package io.zugabe.recommendation.baskets;

import java.util.List;

/**
 * What an order holds now.
 *
 * @param number the order's dense number, 0 or more
 * @param lines its products
 */
public record Basket(int number, List<Line> lines) {

    /** A product of an order; whether all its units were sent back. */
    public record Line(String productId, boolean sentBack) {}
}
