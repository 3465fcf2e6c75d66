package io.zugabe.bench;

import java.util.Locale;
import java.util.StringJoiner;

/** The figures of a benchmark, in the order in which they were noted. Not for concurrent use. */
public final class Figures {

    private final StringJoiner json = new StringJoiner(",", "{", "}");

    /** Notes a count. */
    public Figures count(String key, long value) {
        return number(key, value, 0);
    }

    /**
     * Notes a number.
     *
     * @param decimals digits after the point
     */
    public Figures number(String key, double value, int decimals) {
        json.add(String.format(Locale.ROOT, "\"%s\":%." + decimals + "f", key, value));
        return this;
    }

    /** Notes a text of letters, digits and punctuation other than quotes and backslashes. */
    public Figures text(String key, String value) {
        json.add("\"%s\":\"%s\"".formatted(key, value));
        return this;
    }

    /** Notes figures that belong together. */
    public Figures object(String key, Figures figures) {
        json.add("\"%s\":%s".formatted(key, figures.json()));
        return this;
    }

    /** All of them as one JSON object on one line. */
    public String json() {
        return json.toString();
    }
}
