package io.zugabe.segmentation.replenishment.domain;

/**
 * How many intervals that a model had not seen ended within what it foretold with 80 %. Those still open are
 * not among them, so late ones are missing: the share tends to be a little high on a short log.
 *
 * @param intervals number of them
 * @param held number of those that ended within
 */
public record Coverage(long intervals, long held) {

    private static final double Z = 1.959963984540054;

    /** Share of intervals that ended within; 0 if there are none. */
    public double share() {
        return intervals == 0 ? 0 : (double) held / intervals;
    }

    /** Lower bound of the share's 95 % interval (Wilson). */
    public double low() {
        return intervals == 0 ? 0 : Math.max(0, centre() - width());
    }

    /** Upper bound of it. */
    public double high() {
        return intervals == 0 ? 1 : Math.min(1, centre() + width());
    }

    private double centre() {
        double square = Z * Z / intervals;
        return (share() + square / 2) / (1 + square);
    }

    private double width() {
        double square = Z * Z / intervals;
        return Z * Math.sqrt(share() * (1 - share()) / intervals + square / (4 * intervals)) / (1 + square);
    }
}
