package io.zugabe.statistics;

import java.util.Optional;

/**
 * How far treatment is from control.
 *
 * @param estimate treatment less control; if relative, as a share of the absolute value of control's unadjusted mean
 * @param variance of the estimate
 * @param degreesOfFreedom of the variance, after Welch and Satterthwaite
 * @param units of both arms
 */
public record Difference(double estimate, double variance, double degreesOfFreedom, long units) {

    /** In the metric's own unit. Empty if an arm does not vary, or has fewer than two units: nothing can be said. */
    public static Optional<Difference> absolute(Arm control, Arm treatment) {
        return known(control, treatment)
                ? Optional.of(new Difference(
                        treatment.value() - control.value(),
                        meanVariance(control) + meanVariance(treatment),
                        degreesOfFreedom(control, treatment),
                        control.units() + treatment.units()))
                : Optional.empty();
    }

    /**
     * As a share of control, by the delta method. Divided by the absolute value, so that from −2 to −1 is +50 %: margins
     * may be negative. Empty also if control's unadjusted estimate is 0.
     */
    public static Optional<Difference> relative(Arm control, Arm treatment) {
        if (!known(control, treatment) || control.raw() == 0) {
            return Optional.empty();
        }
        double base = Math.abs(control.raw());
        double lift = (treatment.expected() - control.expected()) / control.raw();
        double ofControl = control.variance() + 2 * lift * control.covariance() + lift * lift * control.rawVariance();
        return Optional.of(new Difference(
                (treatment.value() - control.value()) / base,
                (meanVariance(treatment) + ofControl / control.units()) / (base * base),
                degreesOfFreedom(control, treatment),
                control.units() + treatment.units()));
    }

    public double standardError() {
        return Math.sqrt(variance);
    }

    private static boolean known(Arm control, Arm treatment) {
        return control.units() > 1 && treatment.units() > 1 && control.variance() > 0 && treatment.variance() > 0;
    }

    private static double meanVariance(Arm arm) {
        return arm.variance() / arm.units();
    }

    private static double degreesOfFreedom(Arm control, Arm treatment) {
        double a = meanVariance(control);
        double b = meanVariance(treatment);
        return (a + b) * (a + b) / (a * a / (control.units() - 1) + b * b / (treatment.units() - 1));
    }
}
