package io.zugabe.recommendation.taste.domain;

import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Judges weights by later baskets: of every basket of three products or more one is hidden at random, and has to
 * be among the ten best for the rest.
 *
 * @param recall the share of hidden products that are, in [0, 1]; 0 if there are no baskets to judge by
 * @param cases number of baskets
 */
public record Holdout(double recall, int cases) {

    static final int LEAST_PRODUCTS = 3;
    private static final int LIST = 10;

    /**
     * Judges.
     *
     * @param most baskets looked at, evenly spread
     */
    static Holdout of(ItemWeights weights, List<Basket> later, int most, long seed) {
        List<Basket> usable = later.stream()
                .filter(basket -> basket.products().length >= LEAST_PRODUCTS)
                .toList();
        SplittableRandom random = new SplittableRandom(seed);
        TasteScores scores = new TasteScores(weights);
        int step = Math.max(1, (usable.size() + most - 1) / most);
        int cases = 0;
        int found = 0;
        for (int at = 0; at < usable.size(); at += step) {
            int[] products = usable.get(at).products();
            int hidden = products[random.nextInt(products.length)];
            cases++;
            found += isFound(products, hidden, scores) ? 1 : 0;
        }
        return new Holdout(cases == 0 ? 0 : (double) found / cases, cases);
    }

    private static boolean isFound(int[] products, int hidden, TasteScores scores) {
        scores.clear();
        IntOpenHashSet visible = new IntOpenHashSet(products);
        visible.remove(hidden);
        visible.forEach(scores::see);
        return scores.best(LIST, visible).stream().anyMatch(scored -> scored.product() == hidden);
    }
}
