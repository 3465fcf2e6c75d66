package io.zugabe.bench.baskets;

import io.zugabe.bench.Bench;
import io.zugabe.recommendation.taste.domain.BasketWeights;
import io.zugabe.recommendation.taste.domain.Ease;
import io.zugabe.recommendation.taste.domain.EaseSettings;
import io.zugabe.recommendation.taste.domain.ItemWeights;
import io.zugabe.recommendation.taste.domain.NeighbourSettings;
import io.zugabe.recommendation.taste.domain.Neighbours;
import io.zugabe.recommendation.taste.domain.RepeatTerm;

/**
 * The settings of the methods that ours is compared with: those that do best on the latest tenth of the
 * training baskets, after learning from the others.
 *
 * @param ridge of EASE^R
 * @param repeat for EASE^R with that ridge and the customer's history
 * @param neighbours of item-kNN
 */
record Tuning(double ridge, RepeatTerm repeat, int neighbours) {

    private static final double[] RIDGES = {5, 10, 20, 50, 100, 200, 500};
    private static final double[] REPEAT_WEIGHTS = {0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3};
    private static final double[] REPEAT_DAYS = {100, 300, 1_000};
    private static final int[] NEIGHBOURS = {1, 2, 3, 5, 8, 12, 20, 50, 100, Integer.MAX_VALUE};

    static Tuning on(Trial validation) {
        double bestRidge = 0;
        double best = -1;
        ItemWeights weights = Method.none(validation.purchases());
        for (double ridge : RIDGES) {
            ItemWeights tried = Ease.learn(validation.purchases(), EaseSettings.plain(ridge), _ -> {});
            double recall = Lists.of(validation, tried, Method.WEIGHTS).recallOfAllDraws();
            Bench.say("  EASE^R with a ridge of %.0f: recall@10 %.4f", ridge, recall);
            if (recall > best) {
                best = recall;
                bestRidge = ridge;
                weights = tried;
            }
        }
        return new Tuning(bestRidge, repeat(validation, weights), neighbours(validation));
    }

    private static RepeatTerm repeat(Trial validation, ItemWeights weights) {
        RepeatTerm bestTerm = RepeatTerm.USUAL;
        double best = -1;
        for (double weight : REPEAT_WEIGHTS) {
            for (double days : REPEAT_DAYS) {
                RepeatTerm tried = new RepeatTerm(weight, days);
                double recall = Lists.of(validation, weights, Method.withHistory(validation.histories(), tried))
                        .recallOfAllDraws();
                if (recall > best) {
                    best = recall;
                    bestTerm = tried;
                }
            }
        }
        Bench.say(
                "  with the customer's history: repeats count %.2f, fading over %.0f days: recall@10 %.4f",
                bestTerm.weight(), bestTerm.days(), best);
        return bestTerm;
    }

    private static int neighbours(Trial validation) {
        int bestNumber = 0;
        double best = -1;
        for (int number : NEIGHBOURS) {
            ItemWeights tried = Neighbours.learn(
                    validation.purchases(), new NeighbourSettings(BasketWeights.EQUAL, number), _ -> {});
            double recall = Lists.of(validation, tried, Method.WEIGHTS).recallOfAllDraws();
            Bench.say("  item-kNN with %d neighbours: recall@10 %.4f", number, recall);
            if (recall > best) {
                best = recall;
                bestNumber = number;
            }
        }
        return bestNumber;
    }
}
