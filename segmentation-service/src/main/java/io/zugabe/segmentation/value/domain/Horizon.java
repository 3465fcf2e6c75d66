package io.zugabe.segmentation.value.domain;

/**
 * How far ahead value is counted, and how much less the later part counts.
 *
 * @param weeks above 0
 * @param yearlyDiscount what money is worth less after a year, 0 or more: 0.1 is 10 %
 */
public record Horizon(int weeks, double yearlyDiscount) {

    /** One year at 10 %. */
    public static final Horizon YEAR = new Horizon(52, 0.10);

    private static final double WEEKS_PER_YEAR = 365.25 / 7;

    public Horizon {
        if (weeks <= 0 || !(yearlyDiscount >= 0)) {
            throw new IllegalArgumentException("not a horizon: " + weeks + " weeks at " + yearlyDiscount);
        }
    }

    /** What one unit of money after so many weeks is worth now. */
    double discount(double weeks) {
        return Math.exp(-Math.log1p(yearlyDiscount) * weeks / WEEKS_PER_YEAR);
    }
}
