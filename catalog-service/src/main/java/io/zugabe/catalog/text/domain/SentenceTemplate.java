package io.zugabe.catalog.text.domain;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with gaps such as <code>{host.ports}</code>, <code>{part.length}</code>, <code>{got}</code>.
 *
 * @param text the sentence by language, gaps in braces
 */
public record SentenceTemplate(LocalizedText text) {

    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, String> NOT_STATED =
            Map.of("en", "not stated", "de", "nicht angegeben", "nl", "niet vermeld");

    /** The names of all gaps, of all languages. */
    public Set<String> gaps() {
        Set<String> gaps = new TreeSet<>();
        for (String sentence : text.texts().values()) {
            Matcher matcher = GAP.matcher(sentence);
            while (matcher.find()) {
                gaps.add(matcher.group(1));
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
        text.texts().forEach((language, sentence) -> filled.put(language, fill(sentence, values, notStated(language))));
        return new LocalizedText(filled);
    }

    private static String fill(String sentence, Lookup values, String notStated) {
        UnaryOperator<String> value = gap -> {
            String found = values.find(gap);
            return found == null ? notStated : found;
        };
        return GAP.matcher(sentence).replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
    }

    private static String notStated(String language) {
        return NOT_STATED.getOrDefault(language, "?");
    }

    /** Finds the value of a gap. */
    @FunctionalInterface
    public interface Lookup {

        /** The value, or null if it is not stated. */
        @Nullable
        String find(String gap);
    }
}
