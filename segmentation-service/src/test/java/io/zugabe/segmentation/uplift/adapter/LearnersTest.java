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
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each learner on experiments whose effects are known. */
class LearnersTest {

    private static final TreeSettings SETTINGS = new TreeSettings(2, 60, 0.1, 100, 5);
    private static final int ROWS = 12_000;
    private static final long SEED = 42;

    private static final int CUSTOMERS = 3_000;

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
        List<TrainingSet.Row> customers =
                Simulation.binary(CUSTOMERS, Simulation.NONE, false, SEED + 1).rows();
        double[] truth = customers.stream()
                .mapToDouble(row -> unit * Simulation.effect(row.cells()))
                .toArray();
        double[] effects = model.effects(new TrainingSet(set.features(), set.texts(), customers, set.binary())
                .trial(encoder)
                .table());
        assertTrue(correlation(truth, effects) > 0.8, () -> "order: " + correlation(truth, effects));
        assertEquals(mean(truth), mean(effects), 0.05 * unit, "average");
        long signs = IntStream.range(0, CUSTOMERS)
                .filter(i -> Math.abs(truth[i]) < 0.1 * unit || truth[i] * effects[i] > 0)
                .count();
        assertTrue(signs > 0.9 * CUSTOMERS, () -> "signs of clear effects: " + signs);
        double[] importance = model.importance(encoder.columns());
        assertTrue(importance[1] < importance[2], "the age means nothing");
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double correlation(double[] a, double[] b) {
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        double meanA = mean(a);
        double meanB = mean(b);
        for (int i = 0; i < a.length; i++) {
            double x = a[i] - meanA;
            double y = b[i] - meanB;
            product += x * y;
            squareA += x * x;
            squareB += y * y;
        }
        return product / Math.sqrt(squareA * squareB);
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
