package io.zugabe.recommendation.taste.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EaseTest {

    /** The regression of one product on the other: c / (a + λ). */
    @Test
    @Proves("O5")
    void twoProducts_agreeWithTheFormulaByHand() {
        Purchases purchases = purchases(2, basket(0, 1), basket(0, 1), basket(0, 1), basket(0));

        ItemWeights weights = Ease.learn(purchases, EaseSettings.plain(1), _ -> {});

        assertEquals(3 / (4 + 1.0), weights.weight(0, 1), 1e-6);
        assertEquals(3 / (3 + 1.0), weights.weight(1, 0), 1e-6);
        assertEquals(0, weights.weight(0, 0));
    }

    /** λ = 0.5; G by hand, its inverse by cofactors. */
    @Test
    void threeProducts_agreeWithTheInverseByCofactors() {
        Purchases purchases = purchases(3, basket(0, 1), basket(0, 1), basket(1, 2), basket(2));
        double[][] g = {{2.5, 2, 0}, {2, 3.5, 1}, {0, 1, 2.5}};

        ItemWeights weights = Ease.learn(purchases, EaseSettings.plain(0.5), _ -> {});

        double p00 = g[1][1] * g[2][2] - 1;
        double p11 = g[0][0] * g[2][2];
        double p22 = g[0][0] * g[1][1] - 4;
        double p01 = -2 * g[2][2];
        double p02 = 2 * 1;
        double p12 = -g[0][0];
        assertEquals(-p01 / p11, weights.weight(0, 1), 1e-6);
        assertEquals(-p01 / p00, weights.weight(1, 0), 1e-6);
        assertEquals(-p02 / p22, weights.weight(0, 2), 1e-6);
        assertEquals(-p12 / p22, weights.weight(1, 2), 1e-6);
        assertEquals(-p12 / p11, weights.weight(2, 1), 1e-6);
        assertTrue(weights.weight(0, 2) < 0, "what the others explain already counts against");
    }

    /** Customers, texts and weights of baskets: G is put together by definition, then inverted densely in doubles. */
    @Property(tries = 15)
    void everythingCombined_agreesWithADenseInverse(
            @ForAll @IntRange(min = 2, max = 70) int products, @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Basket> baskets = new ArrayList<>();
        for (int i = 0; i < 4 * products; i++) {
            int[] of = random.ints(1 + random.nextInt(5), 0, products)
                    .sorted()
                    .distinct()
                    .toArray();
            baskets.add(new Basket(of, random.nextInt(-1, 8), random.nextInt(400)));
        }
        List<String> texts = IntStream.range(0, products)
                .mapToObj(i -> "red w" + random.nextInt(5) + " x" + random.nextInt(20))
                .toList();
        Purchases purchases = new Purchases(texts, baskets);
        EaseSettings settings = new EaseSettings(new BasketWeights(0.5, 200), 0.3, 5, 50, Integer.MAX_VALUE);

        ItemWeights weights = Ease.learn(purchases, settings, _ -> {});

        double[][] p = Dense.inverse(Dense.combined(purchases, settings));
        for (int one = 0; one < products; one++) {
            for (int other = 0; other < products; other++) {
                double expected = one == other ? 0 : -p[one][other] / p[other][other];
                assertEquals(expected, weights.weight(one, other), 1e-4, "seed " + seed);
            }
        }
    }

    @Property(tries = 20)
    void orderOfBaskets_changesNothingThatCounts(@ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Basket> baskets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            baskets.add(basket(random.ints(3, 0, 12).sorted().distinct().toArray()));
        }
        List<Basket> others = new ArrayList<>(baskets);
        Collections.reverse(others);

        ItemWeights one = Ease.learn(new Purchases(names(12), baskets), EaseSettings.COMBINED, _ -> {});
        ItemWeights other = Ease.learn(new Purchases(names(12), others), EaseSettings.COMBINED, _ -> {});

        for (int product = 0; product < 12; product++) {
            for (int target = 0; target < 12; target++) {
                assertEquals(one.weight(product, target), other.weight(product, target), 1e-5, "seed " + seed);
            }
        }
    }

    @Test
    void rows_keepTheLargestAmounts() {
        Purchases purchases = purchases(3, basket(0, 1), basket(0, 1), basket(1, 2), basket(2));
        EaseSettings one = new EaseSettings(BasketWeights.EQUAL, 0, 0, 0.5, 1);

        ItemWeights weights = Ease.learn(purchases, one, _ -> {});

        assertEquals(3, weights.size());
        assertTrue(weights.weight(0, 1) > 0);
        assertEquals(0, weights.weight(0, 2));
    }

    static Purchases purchases(int products, Basket... baskets) {
        return new Purchases(names(products), List.of(baskets));
    }

    static Basket basket(int... products) {
        return new Basket(products, -1, 0);
    }

    static List<String> names(int products) {
        return Collections.nCopies(products, "");
    }
}
