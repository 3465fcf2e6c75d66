package io.zugabe.segmentation.model.domain;

import java.util.Optional;

/**
 * A measured number.
 *
 * @param name in the field's terms: "qini", "brier"
 * @param interval its 95 % interval, if one was computed
 * @param unit empty for a plain number
 */
public record Metric(String name, double value, Optional<Interval> interval, String unit) {

    /** A plain number without an interval. */
    public static Metric of(String name, double value) {
        return new Metric(name, value, Optional.empty(), "");
    }

    /** A plain number with its 95 % interval. */
    public static Metric of(String name, double value, Interval interval) {
        return new Metric(name, value, Optional.of(interval), "");
    }
}
