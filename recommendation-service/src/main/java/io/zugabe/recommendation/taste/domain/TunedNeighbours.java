package io.zugabe.recommendation.taste.domain;

import io.zugabe.recommendation.taste.domain.Purchases.Split;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The number of neighbours that does best on the latest tenth of the baskets, after learning from the others.
 *
 * @param settings with that number
 * @param holdout what it reached there
 */
public record TunedNeighbours(NeighbourSettings settings, Holdout holdout) {

    /** Tried; the largest bounds the memory. */
    private static final int[] TRIED = {1, 2, 3, 5, 8, 12, 20, 30, 50};

    private static final int MOST_CASES = 5_000;
    private static final long SEED = 42;

    /** Tunes; of equal numbers the smaller one. */
    public static TunedNeighbours of(Purchases purchases, BasketWeights weights) {
        Split split = purchases.split();
        ItemWeights all =
                Neighbours.learn(split.earlier(), new NeighbourSettings(weights, TRIED[TRIED.length - 1]), _ -> {});
        TunedNeighbours best = new TunedNeighbours(new NeighbourSettings(weights, TRIED[0]), new Holdout(-1, 0));
        for (int neighbours : TRIED) {
            Holdout holdout = Holdout.of(all.strongest(neighbours), split.later(), MOST_CASES, SEED);
            if (holdout.recall() > best.holdout().recall()) {
                best = new TunedNeighbours(new NeighbourSettings(weights, neighbours), holdout);
            }
        }
        return best;
    }

    /** The numbers that are tried. */
    public static IntStream tried() {
        return Arrays.stream(TRIED);
    }
}
