package io.zugabe.segmentation.feature.domain;

import io.zugabe.segmentation.profile.domain.TraitValue;
import java.util.TreeSet;

/** Traits from outside as features: {@code trait_} and the key. */
public final class Traits {

    /** Stands before a trait's key in the name of its feature. */
    public static final String PREFIX = "trait_";

    private Traits() {}

    /** The declaration of a trait's feature. */
    public static Feature feature(String key, Feature.Type type, String unit) {
        return new Feature(
                PREFIX + key,
                type,
                unit,
                Declaration.ALWAYS,
                "traits_changed, survey_answer",
                "",
                "The latest value of the trait \"" + key + "\".");
    }

    /** The type of feature that a value makes. */
    public static Feature.Type type(TraitValue value) {
        return switch (value) {
            case TraitValue.Text text -> Feature.Type.TEXT;
            case TraitValue.Number number -> Feature.Type.NUMBER;
            case TraitValue.Range range -> Feature.Type.NUMBER;
            case TraitValue.Truth truth -> Feature.Type.TRUTH;
            case TraitValue.Texts texts -> Feature.Type.TEXTS;
        };
    }

    /** The unit of a value; empty if it has none. */
    public static String unit(TraitValue value) {
        return switch (value) {
            case TraitValue.Number number -> number.unit();
            case TraitValue.Range range -> range.unit();
            case TraitValue.Text text -> "";
            case TraitValue.Truth truth -> "";
            case TraitValue.Texts texts -> "";
        };
    }

    /** The value of a trait's feature; of a range, its middle. */
    static FeatureValue value(TraitValue value) {
        return switch (value) {
            case TraitValue.Text text -> new FeatureValue.Text(text.text());
            case TraitValue.Number number -> new FeatureValue.Number(number.value());
            case TraitValue.Range range -> new FeatureValue.Number((range.min() + range.max()) / 2);
            case TraitValue.Truth truth -> new FeatureValue.Truth(truth.holds());
            case TraitValue.Texts texts -> new FeatureValue.Texts(java.util.List.copyOf(new TreeSet<>(texts.texts())));
        };
    }
}
