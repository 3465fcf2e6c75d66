package io.zugabe.bench.baskets;

import io.zugabe.bench.baskets.Trial.Bought;
import io.zugabe.bench.baskets.Trial.Seen;
import io.zugabe.recommendation.taste.domain.ItemWeights;
import io.zugabe.recommendation.taste.domain.Purchases;
import io.zugabe.recommendation.taste.domain.RepeatTerm;
import io.zugabe.recommendation.taste.domain.TasteScores;
import java.util.Map;

/** A way to score all products for what is seen of a basket. */
interface Method {

    void score(Seen seen, TasteScores scores);

    /** What sells most. */
    static Method popularity(Purchases purchases) {
        int[] counts = purchases.counts();
        return (_, scores) -> {
            for (int product = 0; product < counts.length; product++) {
                scores.add(product, counts[product]);
            }
        };
    }

    /** The weights of what is seen, as the service adds them. */
    Method WEIGHTS = (seen, scores) -> {
        for (int product : seen.products()) {
            scores.see(product);
        }
    };

    /** The same, and what the customer bought before. */
    static Method withHistory(Map<Integer, Map<Integer, Bought>> histories, RepeatTerm repeat) {
        return (seen, scores) -> {
            WEIGHTS.score(seen, scores);
            histories
                    .getOrDefault(seen.customer(), Map.of())
                    .forEach((product, bought) ->
                            scores.add(product, (float) repeat.of(bought.times(), seen.day() - bought.latestDay())));
        };
    }

    /** Weights that say nothing, for methods without any. */
    static ItemWeights none(Purchases purchases) {
        return ItemWeights.none(purchases.products());
    }
}
