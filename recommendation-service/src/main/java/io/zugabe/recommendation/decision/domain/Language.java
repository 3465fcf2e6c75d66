package io.zugabe.recommendation.decision.domain;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A language that reasons are written in. */
enum Language {
    ENGLISH("en", '.', "d MMMM yyyy"),
    GERMAN("de", ',', "d. MMMM yyyy"),
    DUTCH("nl", ',', "d MMMM yyyy");

    private final String tag;
    private final Locale locale;
    private final char point;
    private final DateTimeFormatter date;

    Language(String tag, char point, String date) {
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

    DateTimeFormatter date() {
        return date;
    }
}
