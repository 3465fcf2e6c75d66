package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Map;

/** The evidence that a sentence is filled with. */
final class Facts {

    private final Map<Language, Sentence.Phrase> phrases;
    private final Map<String, Object> values = new HashMap<>(8);

    Facts(Map<Language, Sentence.Phrase> phrases) {
        this.phrases = phrases;
    }

    /**
     * Adds what is known.
     *
     * @param value a {@link LocalizedText}, an {@link Integer} or {@link Long}, a {@link Double} (said with one digit after the
     *     point), a {@link Month}, a {@link LocalDate} or {@link Money}
     */
    Facts with(String gap, Object value) {
        values.put(gap, value);
        return this;
    }

    /** The sentence in every language; empty if there is a gap that nothing fills. */
    LocalizedText text() {
        Map<String, String> texts = HashMap.newHashMap(Language.values().length);
        for (Map.Entry<Language, Sentence.Phrase> phrase : phrases.entrySet()) {
            String text = fill(phrase.getValue(), phrase.getKey());
            if (text.isEmpty()) {
                return LocalizedText.NONE;
            }
            texts.put(phrase.getKey().tag(), text);
        }
        return new LocalizedText(texts);
    }

    private String fill(Sentence.Phrase phrase, Language language) {
        StringBuilder filled = new StringBuilder(96);
        for (Sentence.Piece piece : phrase.pieces()) {
            filled.append(piece.before());
            if (!piece.gap().isEmpty()) {
                String said = value(piece.gap(), language);
                if (said.isEmpty()) {
                    return "";
                }
                if (piece.said()) {
                    filled.append(said);
                }
                if (!piece.several().isEmpty()) {
                    filled.append(piece.said() ? " " : "").append(said.equals("1") ? piece.one() : piece.several());
                }
            }
        }
        return filled.toString();
    }

    /** As the language says it; empty if it is not known. */
    private String value(String gap, Language language) {
        return switch (values.get(gap)) {
            case LocalizedText text -> text.in(language.tag());
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Double number -> tenths(number, language.point());
            case Month month -> month.getDisplayName(TextStyle.FULL, language.locale());
            case LocalDate day -> language.date().format(day);
            case Money money -> KindPhrases.amount(money, language.locale());
            case null -> "";
            default -> throw new IllegalArgumentException("no language says " + gap + " of " + values.get(gap));
        };
    }

    /** With one digit after the point; formatting by a pattern takes longer than everything else in a sentence. */
    private static String tenths(double value, char point) {
        long tenths = Math.round(value * 10);
        return Long.toString(tenths / 10) + point + tenths % 10;
    }
}
