package io.zugabe.segmentation.feature.domain;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The declaration of a feature.
 *
 * @param name as segment rules and models call it, [a-z0-9_], for instance {@code orders_90d}
 * @param unit for instance {@code "days"}, {@link #MONEY}; empty for none
 * @param window what time it looks at, for a person: {@code "always"}, {@code "latest 90 days"}
 * @param source which events change it and how, for a person
 * @param decay how older events count less, for a person; empty if they do not
 * @param description one sentence
 * @param values the texts that there can be; empty if there can be any
 */
public record Feature(
        String name,
        Type type,
        String unit,
        String window,
        String source,
        String decay,
        String description,
        List<String> values) {

    /** The unit of amounts: units of the shop's one currency. */
    public static final String MONEY = "money";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,80}");

    public Feature {
        values = List.copyOf(values);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Feature name \"" + name + "\" must match " + NAME);
        }
    }

    /** A feature whose values are not declared. */
    public Feature(
            String name, Type type, String unit, String window, String source, String decay, String description) {
        this(name, type, unit, window, source, decay, description, List.of());
    }

    /** This feature, whose texts can be these. */
    public Feature of(String... values) {
        return new Feature(name, type, unit, window, source, decay, description, List.of(values));
    }

    /** Whether a text can be its value, or one of them. */
    public boolean mayBe(String text) {
        return values.isEmpty() || values.contains(text);
    }

    /** What values a feature has. */
    public enum Type {
        /** {@link FeatureValue.Number}. */
        NUMBER,
        /** {@link FeatureValue.Truth}. */
        TRUTH,
        /** {@link FeatureValue.Text}. */
        TEXT,
        /** {@link FeatureValue.Texts}. */
        TEXTS
    }
}
