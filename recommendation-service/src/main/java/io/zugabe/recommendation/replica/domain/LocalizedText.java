package io.zugabe.recommendation.replica.domain;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A text in several languages.
 *
 * @param texts by BCP 47 tag
 */
public record LocalizedText(Map<String, String> texts) {

    public static final LocalizedText NONE = new LocalizedText(Map.of());

    private static final String FALLBACK = "en";

    public LocalizedText {
        texts = Map.copyOf(texts);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The text for a language: by the full tag, its language, "en", then any; empty if there is none. */
    public String in(String locale) {
        String exact = texts.get(locale);
        if (exact != null) {
            return exact;
        }
        String byLanguage = texts.get(language(locale));
        if (byLanguage != null) {
            return byLanguage;
        }
        String fallback = texts.get(FALLBACK);
        if (fallback != null) {
            return fallback;
        }
        return texts.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse("");
    }

    /** The same text with every language's version changed. */
    public LocalizedText map(UnaryOperator<String> change) {
        return new LocalizedText(texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> change.apply(text.getValue()))));
    }

    /** The language of a tag: "de" of "de-AT". */
    public static String language(String locale) {
        int end = locale.indexOf('-');
        return (end < 0 ? locale : locale.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
