package io.zugabe.assignment;

/**
 * The part [start, end) of a layer's traffic that an experiment has for itself.
 *
 * @param start inclusive, in [0, 1)
 * @param end exclusive, in (start, 1]
 */
public record LayerRange(double start, double end) {

    /** All of a layer. */
    public static final LayerRange ALL = new LayerRange(0, 1);

    public LayerRange {
        if (!isValid(start, end)) {
            throw new IllegalArgumentException("[" + start + ", " + end + ") must satisfy 0 ≤ start < end ≤ 1");
        }
    }

    /** Whether 0 ≤ start < end ≤ 1; false for NaN. */
    public static boolean isValid(double start, double end) {
        return start >= 0 && start < end && end <= 1;
    }

    public boolean contains(double point) {
        return point >= start && point < end;
    }

    public boolean overlaps(LayerRange other) {
        return start < other.end && other.start < end;
    }
}
