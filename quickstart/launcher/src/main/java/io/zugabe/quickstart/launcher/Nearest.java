package io.zugabe.quickstart.launcher;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names in the order of their Levenshtein distance from a mistyped one. */
final class Nearest {

    private Nearest() {}

    /** "are a, b, c", the nearest first; "is none" without names. */
    static String first(String typed, List<String> names) {
        return names.isEmpty()
                ? "is none"
                : (names.size() == 1 ? "is " : "are ")
                        + String.join(
                                ", ",
                                names.stream()
                                        .sorted(Comparator.comparingInt(name -> distance(typed, name)))
                                        .toList());
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
