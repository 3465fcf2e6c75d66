package io.zugabe.recommendation.decision.domain;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A language that reasons are written in. */
enum Language {
    ENGLISH("en", '.', "d MMMM yyyy", new Words("yes", "no", " instead of ", " per ", "piece")),
    GERMAN("de", ',', "d. MMMM yyyy", new Words("ja", "nein", " statt ", " je ", "Stück")),
    DUTCH("nl", ',', "d MMMM yyyy", new Words("ja", "nee", " in plaats van ", " per ", "stuk"));

    private final String tag;
    private final Locale locale;
    private final char point;
    private final DateTimeFormatter date;
    private final Words words;

    /** The words between the values of comparisons; with the spaces around them. */
    record Words(String yes, String no, String insteadOf, String per, String piece) {}

    Language(String tag, char point, String date, Words words) {
        this.words = words;
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
        this.point = point;
        this.date = DateTimeFormatter.ofPattern(date, locale);
    }

    /** As in BCP 47. */
    String tag() {
        return tag;
    }

    Locale locale() {
        return locale;
    }

    /** Between whole and tenths. */
    char point() {
        return point;
    }

    Words words() {
        return words;
    }

    DateTimeFormatter date() {
        return date;
    }
}
