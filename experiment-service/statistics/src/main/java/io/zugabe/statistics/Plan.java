package io.zugabe.statistics;

import java.util.OptionalDouble;

/**
 * How large an experiment must be, before it begins. Effects are relative to the mean. For a test that may be read at
 * any time ({@code tunedTo} present) the width of its interval takes the place of the error of a single look, as in
 * GrowthBook's calculator (packages/shared/src/power/power.ts); this asks for somewhat more units than are needed, since
 * such a test may also end early.
 *
 * @param mean of the metric without the treatment, not 0
 * @param variance of a single unit, above 0
 * @param arms with equal shares, at least 2
 * @param alpha chance of a false alarm, in (0, 0.5)
 * @param tunedTo units at which a {@link ConfidenceSequence} is narrowest; empty for a single look
 */
public record Plan(double mean, double variance, int arms, double alpha, OptionalDouble tunedTo) {

    private static final double MOST_UNITS = 1e12;
    private static final int HALVINGS = 100;

    public Plan {
        if (mean == 0 || !(variance > 0) || arms < 2 || !(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException(
                    "mean must not be 0, variance above 0, arms at least 2, alpha in (0, 0.5); got %s, %s, %d, %s"
                            .formatted(mean, variance, arms, alpha));
        }
    }

    /**
     * The chance of finding an effect that is there, in either direction.
     *
     * @param effect relative, such as 0.05
     * @param units of all arms together
     */
    public double power(double effect, double units) {
        double z = Math.abs(effect) / Math.sqrt(varianceOfEffect(effect, units));
        double critical = Normal.quantile(1 - alpha / 2);
        return Normal.above(critical - z) + Normal.below(-critical - z);
    }

    /**
     * The smallest effect that is found with a power, the minimum detectable effect.
     *
     * @param power above alpha and below 1
     * @return relative; empty if there are too few units for any
     */
    public OptionalDouble detectable(double power, double units) {
        double z = Normal.quantile(1 - alpha / 2) + Normal.quantile(power);
        // effect² = c (1 + (1 + effect)²), the delta method's variance at the effect itself
        double c = z * z * inflation(units) * variance * arms / (units * mean * mean);
        return c >= 1 ? OptionalDouble.empty() : OptionalDouble.of((c + Math.sqrt(c * c + 2 * c * (1 - c))) / (1 - c));
    }

    /**
     * The units that find an effect with a power.
     *
     * @param effect relative, not 0
     * @param power above alpha and below 1
     * @return of all arms together; empty if a million million are not enough
     */
    public OptionalDouble units(double effect, double power) {
        double low = arms * 2.0;
        double high = low;
        while (power(effect, high) < power) {
            low = high;
            high *= 2;
            if (high > MOST_UNITS) {
                return OptionalDouble.empty();
            }
        }
        for (int i = 0; i < HALVINGS && high - low > 0.5; i++) {
            double middle = (low + high) / 2;
            if (power(effect, middle) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(Math.ceil(high));
    }

    private double varianceOfEffect(double effect, double units) {
        double perArm = units / arms;
        return inflation(units) * variance * (1 + (1 + effect) * (1 + effect)) / (perArm * mean * mean);
    }

    /** By how much wider than for a single look an interval is that may be read at any time, squared. */
    private double inflation(double units) {
        if (tunedTo.isEmpty()) {
            return 1;
        }
        double pair = 2 * units / arms;
        double halfWidth = ConfidenceSequence.tuned(Side.BOTH, alpha, tunedTo.getAsDouble())
                .halfWidth(1, pair);
        double single = Normal.quantile(1 - alpha / 2) / Math.sqrt(pair);
        return halfWidth * halfWidth / (single * single);
    }
}
