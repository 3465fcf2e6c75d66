package io.zugabe.catalog.text.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with gaps such as <code>{host.ports}</code>, <code>{part.length}</code>, <code>{got}</code>. It is cut at
 * its gaps once, because it is filled for every product of a list.
 */
public final class SentenceTemplate {

    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, String> NOT_STATED =
            Map.of("en", "not stated", "de", "nicht angegeben", "nl", "niet vermeld");

    private final LocalizedText text;
    private final Map<String, List<Piece>> pieces = new TreeMap<>();

    /**
     * @param text the sentence by language, gaps in braces
     */
    public SentenceTemplate(LocalizedText text) {
        this.text = text;
        text.texts().forEach((language, sentence) -> pieces.put(language, cut(sentence)));
    }

    /** The sentence by language, gaps in braces. */
    public LocalizedText text() {
        return text;
    }

    /** The names of all gaps, of all languages. */
    public Set<String> gaps() {
        Set<String> gaps = new TreeSet<>();
        for (List<Piece> sentence : pieces.values()) {
            for (Piece piece : sentence) {
                if (piece.gap() != null) {
                    gaps.add(piece.gap());
                }
            }
        }
        return gaps;
    }

    /**
     * The sentence with its gaps filled.
     *
     * @param values value of a gap by its name; null is said to be not stated
     */
    public LocalizedText fill(Lookup values) {
        Map<String, String> filled = new TreeMap<>();
        pieces.forEach((language, sentence) -> filled.put(language, fill(sentence, values, language)));
        return new LocalizedText(filled);
    }

    private static String fill(List<Piece> sentence, Lookup values, String language) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : sentence) {
            filled.append(piece.before());
            if (piece.gap() != null) {
                String found = values.find(piece.gap());
                filled.append(found == null ? NOT_STATED.getOrDefault(language, "?") : found);
            }
        }
        return filled.toString();
    }

    private static List<Piece> cut(String sentence) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = GAP.matcher(sentence);
        int end = 0;
        while (matcher.find()) {
            pieces.add(new Piece(sentence.substring(end, matcher.start()), matcher.group(1)));
            end = matcher.end();
        }
        pieces.add(new Piece(sentence.substring(end), null));
        return List.copyOf(pieces);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SentenceTemplate template && text.equals(template.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Finds the value of a gap. */
    @FunctionalInterface
    public interface Lookup {

        /** The value, or null if it is not stated. */
        @Nullable
        String find(String gap);
    }

    /**
     * Text up to a gap, and the gap.
     *
     * @param gap null at the end of the sentence
     */
    private record Piece(String before, @Nullable String gap) {}
}
