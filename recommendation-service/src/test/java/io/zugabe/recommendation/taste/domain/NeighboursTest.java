package io.zugabe.recommendation.taste.domain;

import static io.zugabe.recommendation.taste.domain.EaseTest.basket;
import static io.zugabe.recommendation.taste.domain.EaseTest.names;
import static io.zugabe.recommendation.taste.domain.EaseTest.purchases;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static final NeighbourSettings TWO = new NeighbourSettings(BasketWeights.EQUAL, 2);

    /** Product 0 is in three baskets, 1 in two (both with 0), 2 in two (one with 0), 3 in one (with 2). */
    private final Purchases shop = purchases(4, basket(0, 1), basket(0, 1, 2), basket(0), basket(2, 3));

    @Test
    @Proves("O5")
    void weights_areCosinesByHand() {
        ItemWeights weights = Neighbours.learn(shop, TWO, _ -> {});

        assertEquals(2 / Math.sqrt(3 * 2), weights.weight(0, 1), 1e-6);
        assertEquals(2 / Math.sqrt(3 * 2), weights.weight(1, 0), 1e-6);
        assertEquals(1 / Math.sqrt(3 * 2), weights.weight(0, 2), 1e-6);
        assertEquals(1 / Math.sqrt(2 * 1), weights.weight(3, 2), 1e-6);
        assertEquals(0, weights.weight(0, 3));
        assertEquals(0, weights.weight(0, 0));
    }

    /** Product 2 has three others: 3 (0.71), 1 (0.5) and 0 (0.41). */
    @Test
    void onlyTheMostSimilar_areKept() {
        ItemWeights weights = Neighbours.learn(shop, TWO, _ -> {});

        assertEquals(0, weights.weight(2, 0));
        assertEquals(0.5, weights.weight(2, 1), 1e-6);
        assertEquals(1 / Math.sqrt(2), weights.weight(2, 3), 1e-6);
    }

    /** Each product goes with one other, bought together again and again; all else is chance. */
    @Test
    void number_isTunedOnLaterBaskets() {
        SplittableRandom random = new SplittableRandom(1);
        List<Basket> baskets = new ArrayList<>();
        for (int day = 0; day < 2_000; day++) {
            int[] pairs = random.ints(2, 0, 20).distinct().toArray();
            int[] products = new int[2 * pairs.length];
            for (int i = 0; i < pairs.length; i++) {
                products[2 * i] = 2 * pairs[i];
                products[2 * i + 1] = 2 * pairs[i] + 1;
            }
            Arrays.sort(products);
            baskets.add(new Basket(products, -1, day));
        }

        TunedNeighbours tuned = TunedNeighbours.of(new Purchases(names(40), baskets), BasketWeights.EQUAL);

        assertEquals(1, tuned.settings().neighbours());
        assertEquals(1, tuned.holdout().recall(), 1e-9);
        assertTrue(tuned.holdout().cases() > 150, "of 200 baskets those with two pairs");
    }

    @Test
    void nothingBought_givesNoWeights() {
        assertEquals(0, Neighbours.learn(purchases(3), TWO, _ -> {}).size());
        assertEquals(
                0,
                TunedNeighbours.of(purchases(3), BasketWeights.EQUAL).holdout().cases());
    }
}
