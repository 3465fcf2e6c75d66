package io.zugabe.segmentation.uplift.domain;

import it.unimi.dsi.fastutil.ints.IntArrays;

/** Rows by descending score. Among equal scores the later row comes first, as scikit-uplift has it. */
public final class Ranking {

    private final int[] order;
    private final boolean[] ends;

    private Ranking(int[] order, boolean[] ends) {
        this.order = order;
        this.ends = ends;
    }

    /** Ranks rows by their scores; a score that is no number ranks last. */
    public static Ranking of(double[] scores) {
        int n = scores.length;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        IntArrays.mergeSort(order, (a, b) -> compareDescending(scores, a, b));
        boolean[] ends = new boolean[n];
        for (int i = 0; i < n; i++) {
            ends[i] = i == n - 1 || key(scores[order[i]]) != key(scores[order[i + 1]]);
        }
        return new Ranking(order, ends);
    }

    private static int compareDescending(double[] scores, int a, int b) {
        int byScore = Double.compare(key(scores[b]), key(scores[a]));
        return byScore != 0 ? byScore : Integer.compare(b, a);
    }

    private static double key(double score) {
        return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score + 0.0; // −0 is 0
    }

    /** The row at a rank, from 0. */
    int row(int rank) {
        return order[rank];
    }

    /** Whether the next rank has another score, or there is none. */
    boolean endsTie(int rank) {
        return ends[rank];
    }

    int size() {
        return order.length;
    }
}
