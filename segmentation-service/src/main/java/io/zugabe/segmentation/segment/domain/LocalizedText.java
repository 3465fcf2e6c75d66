package io.zugabe.segmentation.segment.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A text in several languages.
 *
 * @param texts by BCP 47 language tag
 */
public record LocalizedText(Map<String, String> texts) {

    /** No text. */
    public static final LocalizedText EMPTY = new LocalizedText(Map.of());

    public LocalizedText {
        texts = Map.copyOf(texts);
    }

    /** The same text, whatever the language: symbols and numbers. */
    public static LocalizedText of(String text) {
        return new LocalizedText(Map.of("en", text));
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Each language's text, changed. */
    public LocalizedText map(UnaryOperator<String> change) {
        return new LocalizedText(texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> change.apply(entry.getValue()), (a, _) -> a, TreeMap::new)));
    }
}
