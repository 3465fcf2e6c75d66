package io.zugabe.segmentation.profile.domain;

import java.util.List;

/** The typed value of a trait. */
public sealed interface TraitValue {

    /** A text. */
    record Text(String text) implements TraitValue {}

    /** A number with its unit, empty if it has none. */
    record Number(double value, String unit) implements TraitValue {}

    /** A truth value. */
    record Truth(boolean holds) implements TraitValue {}

    /** Several texts. */
    record Texts(List<String> texts) implements TraitValue {}

    /** A closed interval. */
    record Range(double min, double max, String unit) implements TraitValue {}
}
