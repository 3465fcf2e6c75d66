package io.zugabe.segmentation.uplift.domain;

/**
 * What a treatment does to customers like this one.
 *
 * @param effect of the treatment on the outcome: a difference of probabilities, or money
 * @param interval of the effect, 95 %
 * @param baseline outcome expected without treatment
 * @param baselineInterval of that, 95 %
 * @param evidence whether it is this customer's effect; else it is the average of all, since nothing proves
 *     that some react differently from others
 */
public record UpliftScore(
        UpliftClass upliftClass,
        double effect,
        Bounds interval,
        double baseline,
        Bounds baselineInterval,
        boolean evidence) {

    static UpliftClass classify(double effect, Bounds interval, double baseline, double cost, double average) {
        if (interval.high() < 0) {
            return UpliftClass.DO_NOT_DISTURB;
        }
        if (interval.low() > 0 && effect > cost) {
            return UpliftClass.PERSUADABLE;
        }
        return baseline >= average ? UpliftClass.SURE_THING : UpliftClass.LOST_CAUSE;
    }

    /**
     * Whether an offer that costs something is worth making: the effect is distinguishable from zero and expected
     * to exceed the cost.
     *
     * @param cost in units of the outcome, at least 0
     */
    public boolean worthCost(double cost) {
        return interval.low() > 0 && effect > cost;
    }

    /**
     * Whether an offer that costs nothing is worth making: the effect is not expected to be negative. Without
     * evidence, where one effect stands for all, it has to be proven negative: else noise would silence a shop.
     */
    public boolean worthFree() {
        return evidence ? effect >= 0 : interval.high() >= 0;
    }
}
