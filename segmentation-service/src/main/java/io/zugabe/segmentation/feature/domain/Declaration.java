package io.zugabe.segmentation.feature.domain;

import io.zugabe.segmentation.profile.domain.Measure;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A feature and how it is read.
 *
 * @param read empty if it is not known of this customer
 */
record Declaration(Feature feature, Function<Reading, Optional<FeatureValue>> read) {

    static final String ALWAYS = "always";
    private static final int MONTHS_OF_A_YEAR = 12;

    /** A sum of a measure over all time. */
    static Declaration always(String name, Measure measure, String description) {
        return sum(name, measure, ALWAYS, description, reading -> reading.always(measure));
    }

    /** A sum of a measure over the latest days, the present one included. */
    static Declaration days(String name, Measure measure, int days, String description) {
        return sum(name, measure, lastDays(days), description, reading -> reading.days(measure, days));
    }

    /** A sum of a measure over the latest 12 calendar months, the present one included. */
    static Declaration year(String name, Measure measure, String description) {
        return sum(name, measure, lastYear(), description, reading -> reading.months(measure, MONTHS_OF_A_YEAR));
    }

    private static Declaration sum(
            String name, Measure measure, String window, String description, ToDoubleFunction<Reading> read) {
        String unit = switch (measure.unit()) {
            case EVENTS -> "";
            case UNITS -> "units";
            case MONEY -> Feature.MONEY;
        };
        return known(new Feature(name, Feature.Type.NUMBER, unit, window, source(measure), "", description), read);
    }

    /** A number that is known of everybody. */
    static Declaration known(Feature feature, ToDoubleFunction<Reading> read) {
        return new Declaration(feature, reading -> Optional.of(new FeatureValue.Number(read.applyAsDouble(reading))));
    }

    /** A number that may not be known. */
    static Declaration number(Feature feature, Function<Reading, OptionalDouble> read) {
        return new Declaration(feature, reading -> Reading.number(read.apply(reading)));
    }

    static String lastDays(int days) {
        return "latest " + days + " days";
    }

    static String lastYear() {
        return "latest 12 calendar months";
    }

    private static String source(Measure measure) {
        return measure.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " of each event, added up";
    }
}
