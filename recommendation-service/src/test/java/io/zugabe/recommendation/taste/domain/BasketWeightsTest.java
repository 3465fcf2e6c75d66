package io.zugabe.recommendation.taste.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasketWeightsTest {

    private static final List<Basket> BASKETS = List.of(
            new Basket(new int[] {0}, -1, 100),
            new Basket(new int[] {0, 1, 2, 3}, -1, 100),
            new Basket(new int[] {1}, -1, 0),
            new Basket(new int[0], -1, 0));

    /** Before scaling 1, 1/2 and 1/e: together 3 + 1/e for 6 lines. */
    @Test
    void large_andOldBaskets_weighLess() {
        float[] weights = new BasketWeights(0.5, 100).of(BASKETS, 100);

        double scale = 6 / (1 + 4 * 0.5 + Math.exp(-1));
        assertEquals(scale, weights[0], 1e-6);
        assertEquals(scale / 2, weights[1], 1e-6);
        assertEquals(scale * Math.exp(-1), weights[2], 1e-6);
        assertEquals(0, weights[3]);
    }

    @Test
    void equal_weighsEveryBasketOne() {
        float[] weights = BasketWeights.EQUAL.of(BASKETS, 100);

        assertEquals(1, weights[0]);
        assertEquals(1, weights[1]);
        assertEquals(1, weights[2]);
    }

    @Test
    void repeat_growsWithTimes_andFades() {
        RepeatTerm repeat = new RepeatTerm(0.1, 100);

        assertEquals(0.1 * 2 * Math.exp(-0.5), repeat.of(4, 50), 1e-12);
        assertEquals(0, repeat.of(0, 0));
        assertEquals(0.1, repeat.of(1, -3), 1e-12, "a clock that is behind adds nothing");
    }
}
