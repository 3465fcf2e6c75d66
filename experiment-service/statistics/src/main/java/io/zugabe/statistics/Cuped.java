package io.zugabe.statistics;

/**
 * Controlled experiments using pre-experiment data: what a unit did before explains part of what it does now, and
 * taking that part away narrows the interval without moving the estimate (Deng, Xu, Kohavi, Walker: Improving the
 * Sensitivity of Online Controlled Experiments, WSDM 2013, eq. 3 to 5). The slope θ is one for both arms, else it would
 * absorb part of the effect.
 *
 * @param theta the slope of now on before
 * @param control
 * @param treatment
 */
public record Cuped(double theta, Arm control, Arm treatment) {

    /**
     * Adjusts means. Variables: the metric in the experiment, the same before it.
     *
     * @return θ is 0, which is no adjustment, where either does not vary
     */
    public static Cuped means(Moments control, Moments treatment) {
        Moments both = control.plus(treatment);
        double before = both.variance(1);
        double theta = before <= 0 || both.variance(0) <= 0 ? 0 : both.covariance(0, 1) / before;
        return new Cuped(theta, mean(control, theta), mean(treatment, theta));
    }

    /**
     * Adjusts ratios. Variables: numerator and denominator in the experiment, numerator and denominator before it.
     *
     * @return θ is 0, which is no adjustment, where the ratio before does not vary
     */
    public static Cuped ratios(Moments control, Moments treatment) {
        double together = 0;
        double before = 0;
        for (Moments arm : new Moments[] {control, treatment}) {
            double[] now = Ratio.of(arm, 0, 1).gradient(4);
            double[] earlier = Ratio.of(arm, 2, 3).gradient(4);
            together += arm.covariance(now, earlier);
            before += arm.variance(earlier);
        }
        double theta = before <= 0 ? 0 : together / before;
        return new Cuped(theta, ratio(control, theta), ratio(treatment, theta));
    }

    private static Arm mean(Moments arm, double theta) {
        return adjusted(arm, arm.mean(0), new double[] {1, 0}, arm.mean(1), new double[] {0, 1}, theta, 0);
    }

    private static Arm ratio(Moments arm, double theta) {
        Ratio now = Ratio.of(arm, 0, 1);
        Ratio before = Ratio.of(arm, 2, 3);
        return adjusted(
                arm, now.value(), now.gradient(4), before.value(), before.gradient(4), theta, theta * before.value());
    }

    private static Arm adjusted(
            Moments moments,
            double now,
            double[] byNow,
            double before,
            double[] byBefore,
            double theta,
            double expectedAdjustment) {
        double[] adjusted = new double[byNow.length];
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = byNow[i] - theta * byBefore[i];
        }
        return new Arm(
                moments.units(),
                now - theta * before,
                moments.variance(adjusted),
                now,
                moments.variance(byNow),
                moments.covariance(adjusted, byNow),
                now - expectedAdjustment);
    }

    /**
     * The share of the variance that the adjustment took away.
     *
     * @return in [0, 1]; 0.3 saves 30 % of the units
     */
    public double varianceReduction() {
        double raw = control.rawVariance() / control.units() + treatment.rawVariance() / treatment.units();
        double adjusted = control.variance() / control.units() + treatment.variance() / treatment.units();
        return raw <= 0 ? 0 : Math.max(0, 1 - adjusted / raw);
    }
}
