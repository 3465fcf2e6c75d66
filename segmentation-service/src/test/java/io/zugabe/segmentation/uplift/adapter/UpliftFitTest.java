package io.zugabe.segmentation.uplift.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.uplift.Simulation;
import io.zugabe.segmentation.uplift.domain.Drift;
import io.zugabe.segmentation.uplift.domain.TrainingSet;
import io.zugabe.segmentation.uplift.domain.UpliftClass;
import io.zugabe.segmentation.uplift.domain.UpliftFit;
import io.zugabe.segmentation.uplift.domain.UpliftModel;
import io.zugabe.segmentation.uplift.domain.UpliftScore;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The whole way from an experiment to the four classes. */
class UpliftFitTest {

    private static final UpliftCodec CODEC = new UpliftCodec();

    /** Fitted once: what it is tested for does not change it. */
    private static final UpliftFit.Fitted MIXED = fit(Simulation.binary(16_000, Simulation.MIXED, false, 5), 0.02);

    @Test
    @Proves("C5")
    void mixedEffects_areProvenAndServed() {
        assertTrue(MIXED.study().earned(), () -> "study: " + MIXED.study());
        UpliftModel model = CODEC.decode(CODEC.encode(MIXED.model()));

        UpliftScore best = model.score(customer(0.9, 0.9, "web"));
        assertEquals(UpliftClass.PERSUADABLE, best.upliftClass());
        assertTrue(best.interval().low() < 0.45 && 0.45 < best.interval().high() + 0.1, best::toString);
        assertTrue(best.worthCost(0.02));
        UpliftScore worst = model.score(customer(0.1, 0.1, "shop"));
        assertEquals(UpliftClass.DO_NOT_DISTURB, worst.upliftClass(), worst::toString);
        assertFalse(worst.worthFree());
        assertEquals(0.27, worst.baseline(), 0.05);
        assertEquals(0.43, best.baseline(), 0.05);
        assertTrue(best.evidence());
    }

    @Test
    @Proves("C5")
    void noEffect_isNotFound() {
        UpliftFit.Fitted fitted = fit(Simulation.binary(3_000, Simulation.NONE, false, 6), 0.02);
        assertFalse(fitted.study().earned());
        UpliftModel model = fitted.model();
        assertTrue(model.averageEffectBounds().low() < 0
                && model.averageEffectBounds().high() > 0);
        UpliftScore loyal = model.score(customer(0.9, 0.9, "web"));
        UpliftScore other = model.score(customer(0.1, 0.1, "shop"));
        assertEquals(loyal.effect(), other.effect(), "the average, for everybody");
        assertFalse(loyal.evidence());
        assertFalse(loyal.worthCost(0.02));
        assertEquals(UpliftClass.SURE_THING, loyal.upliftClass());
        assertEquals(UpliftClass.LOST_CAUSE, other.upliftClass());
    }

    @Test
    @Proves("C5")
    void sameExperiment_givesTheSameBytes() {
        TrainingSet set = Simulation.continuous(1_000, Simulation.MIXED, 7);
        assertArrayEquals(
                CODEC.encode(fit(set, 0).model()), CODEC.encode(fit(set, 0).model()));
    }

    @Test
    void unknownCustomers_areScored() {
        UpliftModel model = MIXED.model();
        UpliftScore score = model.score(new FeatureVector(Map.of()));
        assertTrue(Double.isFinite(score.effect()) && Double.isFinite(score.baseline()));
        model.score(new FeatureVector(Map.of("channel", new FeatureValue.Text("pigeon"))));
    }

    @Test
    void drift_isSeenWhereCustomersChanged() {
        UpliftModel model = MIXED.model();
        Drift drift = new Drift(model.references());
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 999; i++) {
            model.count(customer(0.5 + random.nextDouble() / 2, random.nextDouble(), "pigeon"), drift);
        }
        assertEquals(Map.of(), drift.stability(), "too few to say");
        model.count(customer(0.9, 0.5, "pigeon"), drift);
        Map<String, Double> stability = drift.stability();
        assertTrue(stability.get("taste") > 0.25, stability::toString);
        assertTrue(stability.get("channel") > 0.25, stability::toString);
        assertTrue(stability.get("mood") < 0.1, stability::toString);
    }

    private static UpliftFit.Fitted fit(TrainingSet set, double cost) {
        return new UpliftFit(new XGBoostTrees(), set, cost, 1, (_, _) -> {}).fit();
    }

    private static FeatureVector customer(double taste, double mood, String channel) {
        return new FeatureVector(Map.of(
                "taste", new FeatureValue.Number(taste),
                "age", new FeatureValue.Number(40),
                "mood", new FeatureValue.Number(mood),
                "channel", new FeatureValue.Text(channel)));
    }
}
