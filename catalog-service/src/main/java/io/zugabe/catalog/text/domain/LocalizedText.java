package io.zugabe.catalog.text.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A text by language.
 *
 * @param texts text by BCP 47 language tag
 */
public record LocalizedText(Map<String, String> texts) {

    /** No text in any language. */
    public static final LocalizedText EMPTY = new LocalizedText(Map.of());

    public LocalizedText {
        texts = Map.copyOf(texts);
    }

    /** The text with something done to each language's text. */
    public LocalizedText map(UnaryOperator<String> change) {
        Map<String, String> changed = new TreeMap<>();
        texts.forEach((language, text) -> changed.put(language, change.apply(text)));
        return new LocalizedText(changed);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }
}
