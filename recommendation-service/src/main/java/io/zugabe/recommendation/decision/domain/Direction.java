package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.replica.domain.Product;

/**
 * Which of two products that are bought together is the extra: a case for the phone, not a phone for the case. Counts of
 * pairs have no direction, so three signs decide. A candidate is what the anchor is an extra for if it costs at least
 * three times as much, and of two other signs more say so than the opposite:
 *
 * <ul>
 *   <li>confidence: the anchor's orders hold the candidate at least twice as often as the candidate's hold the anchor;
 *   <li>order of purchase: of at least five customers who bought both in different orders, at least twice as many bought
 *       the candidate first.
 * </ul>
 */
final class Direction {

    private static final int PRICE_RATIO = 3;
    private static final int TIMES = 2;
    private static final int LEAST_CUSTOMERS = 5;

    private Direction() {}

    /** Whether the anchor is an extra for the candidate, so that the candidate is none for the anchor. */
    static boolean isMain(Product candidate, Product anchor, BasketModel baskets) {
        return candidate.price().micros() >= PRICE_RATIO * anchor.price().micros()
                && byConfidence(candidate, anchor, baskets) + byOrder(candidate, anchor, baskets) > 0;
    }

    private static int byConfidence(Product candidate, Product anchor, BasketModel baskets) {
        return sign(baskets.basketsOf(candidate.number()), baskets.basketsOf(anchor.number()));
    }

    private static int byOrder(Product candidate, Product anchor, BasketModel baskets) {
        int candidateFirst = baskets.boughtLater(candidate.number(), anchor.number());
        int anchorFirst = baskets.boughtLater(anchor.number(), candidate.number());
        return candidateFirst + anchorFirst < LEAST_CUSTOMERS ? 0 : sign(candidateFirst, anchorFirst);
    }

    private static int sign(int speaking, int opposing) {
        if (speaking >= TIMES * opposing) {
            return 1;
        }
        return opposing >= TIMES * speaking ? -1 : 0;
    }
}
