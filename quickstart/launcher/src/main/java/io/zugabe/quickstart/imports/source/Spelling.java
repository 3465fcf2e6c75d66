package io.zugabe.quickstart.imports.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who wrote a word that there is not. */
public final class Spelling {

    private Spelling() {}

    /** The word that takes the fewest changes of letters, if it takes no more than so many, whatever its case. */
    public static Optional<String> closest(String written, Collection<String> words, int mostChanges) {
        String lower = written.toLowerCase(Locale.ROOT);
        return words.stream()
                .min(Comparator.comparingInt((String word) -> changes(lower, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> changes(lower, word.toLowerCase(Locale.ROOT)) <= mostChanges);
    }

    /** How many letters must be put in, left out or replaced. */
    private static int changes(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
