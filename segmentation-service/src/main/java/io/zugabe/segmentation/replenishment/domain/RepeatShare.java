package io.zugabe.segmentation.replenishment.domain;

/**
 * RCP: how many of a product's buyers bought it again (Bhagat et al., KDD 2018, section 4.1).
 *
 * @param buyers who bought it, at least once
 * @param repeatBuyers who bought it on two days or more; at most {@code buyers}
 */
public record RepeatShare(long buyers, long repeatBuyers) {

    private static final double Z = 1.6448536269514722;

    /** RCP, in [0, 1]; 0 without buyers. */
    public double value() {
        return buyers == 0 ? 0 : (double) repeatBuyers / buyers;
    }

    /** What RCP is above with 95 % confidence (Wilson 1927). */
    public double lowerBound() {
        if (buyers == 0) {
            return 0;
        }
        double square = Z * Z / buyers;
        double centre = value() + square / 2;
        double width = Z * Math.sqrt(value() * (1 - value()) / buyers + square / (4 * buyers));
        return Math.max(0, (centre - width) / (1 + square));
    }
}
