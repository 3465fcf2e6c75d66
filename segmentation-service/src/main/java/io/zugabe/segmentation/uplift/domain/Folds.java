package io.zugabe.segmentation.uplift.domain;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows dealt at random into folds, evenly within each arm (and each outcome, if there are few). */
final class Folds {

    private final int[] fold;

    private Folds(int[] fold) {
        this.fold = fold;
    }

    static Folds of(Trial trial, int number, long seed) {
        int n = trial.size();
        int[] order = IntStream.range(0, n).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int[] dealt = new int[4];
        int[] fold = new int[n];
        for (int row : order) {
            int arm = trial.observations().treated()[row] ? 1 : 0;
            int outcome = trial.binary() && trial.observations().outcome()[row] > 0 ? 2 : 0;
            fold[row] = dealt[arm + outcome]++ % number;
        }
        return new Folds(fold);
    }

    /** The rows of a fold. */
    int[] in(int number) {
        return IntStream.range(0, fold.length)
                .filter(row -> fold[row] == number)
                .toArray();
    }

    /** The rows of all other folds. */
    int[] outside(int number) {
        return IntStream.range(0, fold.length)
                .filter(row -> fold[row] != number)
                .toArray();
    }
}
