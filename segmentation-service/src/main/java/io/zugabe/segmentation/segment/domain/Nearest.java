package io.zugabe.segmentation.segment.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names like one that was misspelled. */
public final class Nearest {

    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private Nearest() {}

    /** Up to three names that may have been meant, nearest first. */
    public static List<String> to(String misspelled, Collection<String> names) {
        if (misspelled.length() > LONGEST) {
            return List.of();
        }
        int farthest = Math.max(2, misspelled.length() / 3);
        return names.stream()
                .filter(name -> near(misspelled, name, farthest))
                .sorted(Comparator.comparingInt((String name) -> distance(misspelled, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Names that one begins with, or that begin with it, are near however long the rest. */
    private static boolean near(String misspelled, String name, int farthest) {
        return distance(misspelled, name) <= farthest
                || misspelled.length() > farthest && name.startsWith(misspelled)
                || name.length() > farthest && misspelled.startsWith(name);
    }

    /** Optimal string alignment: insertions, deletions, changes and exchanges of neighbours. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
