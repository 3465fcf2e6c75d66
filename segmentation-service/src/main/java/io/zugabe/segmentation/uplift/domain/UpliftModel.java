package io.zugabe.segmentation.uplift.domain;

import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a treatment changes, for whom.
 *
 * @param binary whether the outcome is 0 or 1; else money
 * @param cost of one treatment, in units of the outcome
 * @param evidence whether effects of some are proven to differ from those of others
 * @param effects scores; read only if there is evidence
 * @param effectCalibration what the effect is at a score; flat, the average effect, without evidence
 * @param baseline what is expected without treatment
 * @param baselineCalibration of that
 * @param averageBaseline outcome of those not treated
 * @param references how features were distributed in training
 */
public record UpliftModel(
        FeatureEncoder encoder,
        boolean binary,
        double cost,
        boolean evidence,
        EffectModel effects,
        Calibration effectCalibration,
        Forest baseline,
        Calibration baselineCalibration,
        double averageBaseline,
        List<FeatureReference> references) {

    /** 97.5 % quantile of the normal distribution: intervals are of 95 %. */
    private static final double Z = 1.959963984540054;

    public UpliftModel {
        references = List.copyOf(references);
    }

    /** What the treatment does to a customer. */
    public UpliftScore score(FeatureVector features) {
        return score(encoder.cells(features));
    }

    /** Counts a customer whose score is used. */
    public void count(FeatureVector features, Drift drift) {
        drift.count(encoder.cells(features));
    }

    UpliftScore score(Cell[] cells) {
        FeatureTable row = encoder.encode(cells);
        double score = evidence ? effects.effect(row, 0) : effectCalibration.center();
        double effect = effectCalibration.value(score);
        Bounds interval = bounds(effect, effectCalibration.standardError(score));
        double raw = baseline.value(row, 0);
        double expected = limit(baselineCalibration.value(raw));
        Bounds around = bounds(expected, baselineCalibration.standardError(raw));
        return new UpliftScore(
                UpliftScore.classify(effect, interval, expected, cost, averageBaseline),
                effect,
                interval,
                expected,
                new Bounds(limit(around.low()), limit(around.high())),
                evidence);
    }

    /**
     * Whether an offer that costs something is worth making: its effect is credible, and worth more than the offer.
     *
     * @param score of this model
     * @param offer beside what the model says that a treatment costs
     * @param orderProfit what an order of the customer is worth to the shop, in its currency; read if the outcome is
     *     whether they buy and the offer costs anything. Nobody is worth a cost whose orders bring nothing, or of
     *     whom it is not known (not a number)
     */
    public boolean worthCost(UpliftScore score, OfferCost offer, double orderProfit) {
        if (!binary) {
            return score.worthCost(cost + offer.contact());
        }
        double money = offer.expected(score.baseline() + score.effect());
        if (money == 0) {
            return score.worthCost(cost);
        }
        return orderProfit > 0 && score.worthCost(cost + money / orderProfit);
    }

    /** Average effect of the treatment. */
    public double averageEffect() {
        return effectCalibration.level();
    }

    /** Its interval, 95 %. */
    public Bounds averageEffectBounds() {
        return bounds(effectCalibration.level(), Math.sqrt(effectCalibration.varianceLevel()));
    }

    /** Each feature's share of what the model reads; without evidence, of what the baseline reads. */
    public Map<String, Double> importance() {
        EffectModel read =
                evidence ? effects : new EffectModel(0, List.of(new EffectModel.Term(baseline, 1, Float.NaN)));
        double[] shares = encoder.byFeature(read.importance(encoder.columns()));
        Map<String, Double> byName = new TreeMap<>();
        for (int i = 0; i < shares.length; i++) {
            byName.put(encoder.features().get(i).name(), shares[i]);
        }
        return byName;
    }

    private double limit(double value) {
        return binary ? Math.clamp(value, 0, 1) : value;
    }

    private static Bounds bounds(double value, double standardError) {
        return new Bounds(value - Z * standardError, value + Z * standardError);
    }
}
