package io.zugabe.segmentation.feature.domain;

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
 */
public record Feature(
        String name, Type type, String unit, String window, String source, String decay, String description) {

    /** The unit of amounts: units of the shop's one currency. */
    public static final String MONEY = "money";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,80}");

    public Feature {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Feature name \"" + name + "\" must match " + NAME);
        }
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
