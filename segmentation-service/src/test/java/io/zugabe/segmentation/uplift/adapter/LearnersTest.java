package io.zugabe.segmentation.uplift.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.uplift.Simulation;
import io.zugabe.segmentation.uplift.domain.EffectModel;
import io.zugabe.segmentation.uplift.domain.FeatureEncoder;
import io.zugabe.segmentation.uplift.domain.Learner;
import io.zugabe.segmentation.uplift.domain.MetaLearner;
import io.zugabe.segmentation.uplift.domain.TrainingSet;
import io.zugabe.segmentation.uplift.domain.TreeSettings;
import io.zugabe.segmentation.uplift.domain.Trial;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each learner on experiments whose effects are known. */
class LearnersTest {

    private static final TreeSettings SETTINGS = new TreeSettings(3, 80, 0.1, 50, 1);
    private static final int ROWS = 12_000;
    private static final long SEED = 42;

    /** Customers with their true effects under {@link Simulation#MIXED}. */
    private static final List<TrainingSet.Row> CUSTOMERS = List.of(
            new TrainingSet.Row(Simulation.cells(0.9, 40, 0.9, "web"), true, 0.5, 0.45),
            new TrainingSet.Row(Simulation.cells(0.9, 40, 0.1, "web"), true, 0.5, 0.25),
            new TrainingSet.Row(Simulation.cells(0.9, 40, 0.1, "shop"), true, 0.5, 0.05),
            new TrainingSet.Row(Simulation.cells(0.1, 40, 0.1, "shop"), true, 0.5, -0.15));

    static Stream<Arguments> experiments() {
        return Stream.of(Learner.values())
                .flatMap(learner -> Stream.of(
                        Arguments.of(learner, "binary", Simulation.binary(ROWS, Simulation.MIXED, false, SEED), 1.0),
                        Arguments.of(
                                learner,
                                "binary, unequal chances",
                                Simulation.binary(ROWS, Simulation.MIXED, true, SEED),
                                1.0),
                        Arguments.of(learner, "money", Simulation.continuous(ROWS, Simulation.MIXED, SEED), 100.0)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("experiments")
    @Proves("C5")
    void learner_findsSignAndOrderOfEffects(Learner learner, String outcome, TrainingSet set, double unit) {
        FeatureEncoder encoder = FeatureEncoder.learn(set);
        EffectModel model =
                new MetaLearner(new XGBoostTrees(), SETTINGS, SEED).fit(learner, set.trial(encoder), SETTINGS);
        Trial customers = new TrainingSet(set.features(), set.texts(), CUSTOMERS, set.binary()).trial(encoder);
        double[] effects = model.effects(customers.table());
        for (int i = 0; i < effects.length; i++) {
            double truth = CUSTOMERS.get(i).outcome() * unit;
            // learner S is known to shrink effects: its trees may do without the treatment
            double tolerance = learner == Learner.S ? 0.25 : 0.15;
            assertEquals(truth, effects[i], tolerance * unit, "effect on customer " + i + ", seed " + SEED);
            assertTrue(i == 0 || effects[i] < effects[i - 1], "order of customer " + i + ", seed " + SEED);
        }
        assertTrue(effects[0] > 0 && effects[3] < 0, "signs");
        double[] importance = model.importance(encoder.columns());
        assertTrue(importance[1] < importance[2], "the age means nothing");
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    @Proves("C5")
    void learner_givesTheSameFromTheSame(Learner learner) {
        TrainingSet set = Simulation.binary(3_000, Simulation.MIXED, false, SEED);
        Trial trial = set.trial(FeatureEncoder.learn(set));
        double[][] effects = new double[2][];
        for (int i = 0; i < 2; i++) {
            effects[i] = new MetaLearner(new XGBoostTrees(), SETTINGS, SEED)
                    .fit(learner, trial, SETTINGS)
                    .effects(trial.table());
        }
        assertArrayEquals(effects[0], effects[1]);
    }

    @Test
    void missingValues_areLearnedFromAndScored() {
        TrainingSet set = Simulation.binary(3_000, Simulation.MIXED, false, SEED);
        List<TrainingSet.Row> holes = new java.util.ArrayList<>(set.rows());
        holes.set(0, new TrainingSet.Row(Simulation.cells(Double.NaN, Double.NaN, Double.NaN, ""), true, 0.5, 1));
        TrainingSet withHoles = new TrainingSet(set.features(), set.texts(), holes, true);
        Trial trial = withHoles.trial(FeatureEncoder.learn(withHoles));
        double effect = new MetaLearner(new XGBoostTrees(), SETTINGS, SEED)
                .fit(Learner.T, trial, SETTINGS)
                .effect(trial.table(), 0);
        assertTrue(Double.isFinite(effect));
    }
}
