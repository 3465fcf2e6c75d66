package io.zugabe.catalog.text.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who wrote something that there is not. */
public final class Spellings {

    private Spellings() {}

    /** The words, those first that are least changes of letters away from what was written, whatever their case. */
    public static List<String> closestFirst(String written, Collection<String> words) {
        String lower = written.toLowerCase(Locale.ROOT);
        return words.stream()
                .map(word -> new Distant(word, distance(lower, word.toLowerCase(Locale.ROOT))))
                .sorted(Comparator.comparingInt(Distant::distance).thenComparing(Distant::word))
                .map(Distant::word)
                .toList();
    }

    /** The closest words as a list in a sentence: at most so many, and how many more there are. */
    public static String named(String written, Collection<String> words, int most) {
        List<String> closest = closestFirst(written, words);
        String first = String.join(", ", closest.subList(0, Math.min(most, closest.size())));
        return closest.size() <= most ? first : first + " and " + (closest.size() - most) + " more";
    }

    /** How many letters must be put in, left out or replaced. */
    private static int distance(String one, String other) {
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

    private record Distant(String word, int distance) {}
}
