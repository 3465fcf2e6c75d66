package io.zugabe.statistics;

/**
 * Values that the data do not exclude.
 *
 * @param low may be negative infinity
 * @param high may be infinity
 */
public record Interval(double low, double high) {

    static Interval around(double estimate, double halfWidth, Side side) {
        return new Interval(
                side == Side.LESS ? Double.NEGATIVE_INFINITY : estimate - halfWidth,
                side == Side.GREATER ? Double.POSITIVE_INFINITY : estimate + halfWidth);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
