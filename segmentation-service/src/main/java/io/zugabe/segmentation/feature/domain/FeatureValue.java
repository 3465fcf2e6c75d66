package io.zugabe.segmentation.feature.domain;

import java.util.List;

/** The value of a feature. */
public sealed interface FeatureValue {

    /** A number in the feature's unit. */
    record Number(double value) implements FeatureValue {}

    /** A truth value. */
    record Truth(boolean holds) implements FeatureValue {}

    /** A text. */
    record Text(String text) implements FeatureValue {}

    /** Texts, sorted, without duplicates. */
    record Texts(List<String> texts) implements FeatureValue {
        public Texts {
            texts = List.copyOf(texts);
        }
    }
}
