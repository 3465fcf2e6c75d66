package io.zugabe.segmentation.model.domain;

/** An interval [low, high]. */
public record Interval(double low, double high) {

    /** Whether all of it lies above a number. */
    public boolean above(double number) {
        return low > number;
    }

    /** Whether all of it lies below a number. */
    public boolean below(double number) {
        return high < number;
    }
}
