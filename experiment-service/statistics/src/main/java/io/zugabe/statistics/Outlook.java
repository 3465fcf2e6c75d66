package io.zugabe.statistics;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * How many more units a running experiment needs, from the variance it shows rather than the one that was planned with.
 *
 * @param powerNow chance of finding the wished effect with the units that are there
 * @param growth units still missing, as a multiple of those that are there; empty if 10⁸ times as many do not do
 * @param additionalUnits units still missing
 */
public record Outlook(double powerNow, OptionalDouble growth, OptionalDouble additionalUnits) {

    private static final int DOUBLINGS = 27;
    private static final int HALVINGS = 100;
    private static final double CLOSE = 1e-6;

    /** Estimates at or beyond these bounds count as found. */
    private record Bounds(double low, double high) {}

    /**
     * For a single look.
     *
     * @param effect the wished one, of the kind of the difference
     * @param power in (0, 1)
     * @param alpha chance of a false alarm, already divided by the number of tests
     */
    public static Outlook ofWelch(Difference now, double effect, double power, double alpha) {
        double critical = Normal.quantile(1 - alpha / 2);
        return of(now, effect, power, growth -> {
            double halfWidth = critical * Math.sqrt(now.variance() / (1 + growth));
            return new Bounds(-halfWidth, halfWidth);
        });
    }

    /** For a test that may be read at any time. */
    public static Outlook of(Difference now, double effect, double power, ConfidenceSequence sequence) {
        double variance = now.variance() * now.units();
        return of(now, effect, power, growth -> {
            double halfWidth = sequence.halfWidth(variance, now.units() * (1 + growth));
            return new Bounds(-halfWidth, halfWidth);
        });
    }

    /** For a posterior interval with a prior of its own, see {@link Posterior#of}. */
    public static Outlook ofPosterior(
            Difference now, double effect, double power, double alpha, double priorMean, double priorVariance) {
        double critical = Normal.quantile(1 - alpha / 2);
        return of(now, effect, power, growth -> {
            double variance = now.variance() / (1 + growth);
            double halfWidth = variance * Math.sqrt(1 / priorVariance + 1 / variance) * critical;
            double shift = variance * priorMean / priorVariance;
            return new Bounds(-halfWidth - shift, halfWidth - shift);
        });
    }

    private static Outlook of(Difference now, double effect, double power, DoubleFunction<Bounds> bounds) {
        double wished = Math.abs(effect);
        double powerNow = power(now, wished, 0, bounds);
        if (powerNow >= power) {
            return new Outlook(powerNow, OptionalDouble.of(0), OptionalDouble.of(0));
        }
        double high = 1;
        for (int i = 0; power(now, wished, high, bounds) < power; i++) {
            if (i == DOUBLINGS) {
                return new Outlook(powerNow, OptionalDouble.empty(), OptionalDouble.empty());
            }
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS && high - low > CLOSE * high; i++) {
            double middle = (low + high) / 2;
            if (power(now, wished, middle, bounds) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Outlook(powerNow, OptionalDouble.of(high), OptionalDouble.of(high * now.units()));
    }

    private static double power(Difference now, double effect, double growth, DoubleFunction<Bounds> bounds) {
        double deviation = Math.sqrt(now.variance() / (1 + growth));
        Bounds found = bounds.apply(growth);
        return Normal.above((found.high() - effect) / deviation) + Normal.below((found.low() - effect) / deviation);
    }
}
