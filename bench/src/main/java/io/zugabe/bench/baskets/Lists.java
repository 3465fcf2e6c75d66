package io.zugabe.bench.baskets;

import io.zugabe.bench.baskets.Trial.Case;
import io.zugabe.recommendation.taste.domain.ItemWeights;
import io.zugabe.recommendation.taste.domain.TasteScores;
import io.zugabe.recommendation.taste.domain.TasteScores.Scored;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * The lists of ten that a method makes for the baskets of a trial, of all products but those seen, and at
 * which place of them the hidden product is.
 *
 * @param places by basket and draw: from 1; 0 if it is not in the list
 * @param coverage share of all products that are in the list of any basket's first draw, in [0, 1]
 */
record Lists(List<int[]> places, double coverage) {

    private static final int LENGTH = 10;
    private static final int RESAMPLES = 2_000;
    private static final double TAIL = 0.025;

    static Lists of(Trial trial, ItemWeights weights, Method method) {
        TasteScores scores = new TasteScores(weights);
        BitSet shown = new BitSet();
        List<int[]> places = new ArrayList<>(trial.cases().size());
        for (List<Case> draws : trial.cases()) {
            int[] found = new int[draws.size()];
            for (int draw = 0; draw < found.length; draw++) {
                List<Scored> list = list(draws.get(draw), scores, method);
                found[draw] = place(draws.get(draw).hidden(), list);
                if (draw == 0) {
                    list.forEach(scored -> shown.set(scored.product()));
                }
            }
            places.add(found);
        }
        return new Lists(
                places, (double) shown.cardinality() / trial.purchases().products());
    }

    static List<Scored> list(Case basket, TasteScores scores, Method method) {
        scores.clear();
        method.score(basket.seen(), scores);
        return scores.best(LENGTH, new IntOpenHashSet(basket.seen().products()));
    }

    private static int place(int hidden, List<Scored> list) {
        for (int at = 0; at < list.size(); at++) {
            if (list.get(at).product() == hidden) {
                return at + 1;
            }
        }
        return 0;
    }

    /** Recall of the first draw: the share of hidden products that are in the list. */
    double recall() {
        return mean(this::recall);
    }

    double meanReciprocalRank() {
        return mean(basket -> first(basket) == 0 ? 0 : 1.0 / first(basket));
    }

    double gain() {
        return mean(basket -> first(basket) == 0 ? 0 : Math.log(2) / Math.log(first(basket) + 1.0));
    }

    /** Recall of all draws. */
    double recallOfAllDraws() {
        return mean(this::recallOfAllDraws);
    }

    /** The interval in which 95 % of the recalls of resampled baskets lie. */
    Interval recallInterval(long seed) {
        return interval(this::recall, seed);
    }

    /** The same of the differences to another method's recall, all draws of the same baskets. */
    Interval leadInterval(Lists other, long seed) {
        return interval(basket -> recallOfAllDraws(basket) - other.recallOfAllDraws(basket), seed);
    }

    /** From low to high. */
    record Interval(double low, double high) {}

    private int first(int basket) {
        return places.get(basket)[0];
    }

    private double recall(int basket) {
        return first(basket) > 0 ? 1 : 0;
    }

    private double recallOfAllDraws(int basket) {
        int[] draws = places.get(basket);
        int found = 0;
        for (int place : draws) {
            found += place > 0 ? 1 : 0;
        }
        return (double) found / draws.length;
    }

    private double mean(IntToDoubleFunction ofBasket) {
        double sum = 0;
        for (int basket = 0; basket < places.size(); basket++) {
            sum += ofBasket.applyAsDouble(basket);
        }
        return sum / places.size();
    }

    private Interval interval(IntToDoubleFunction ofBasket, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[places.size()];
        Arrays.setAll(values, ofBasket);
        double[] means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[resample] = sum / values.length;
        }
        Arrays.sort(means);
        return new Interval(means[(int) (TAIL * RESAMPLES)], means[(int) ((1 - TAIL) * RESAMPLES) - 1]);
    }
}
