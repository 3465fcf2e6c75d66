package io.zugabe.recommendation.baskets;

import java.time.Instant;
import java.util.List;

/**
 * What an order holds now.
 *
 * @param number the order's dense number, 0 or more
 * @param subject who bought, as "c:…" or "v:…"; empty if nobody is known (any more)
 * @param time when it was ordered
 * @param lines its products
 */
public record Basket(int number, String subject, Instant time, List<Line> lines) {

    /** An order of nobody. */
    public Basket(int number, List<Line> lines) {
        this(number, "", Instant.EPOCH, lines);
    }

    /** A product of an order; whether all its units were sent back. */
    public record Line(String productId, boolean sentBack) {}
}
