package io.zugabe.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Proves("E5")
class ShrinkageTest {

    /** Rubin's eight schools (Gelman et al.: Bayesian Data Analysis, 3rd ed., table 5.2). */
    @Test
    void eightSchools_differNoMoreThanByChance() {
        double[] effects = {28, 8, -3, 7, -1, 1, 18, 12};
        double[] errors = {15, 10, 16, 11, 9, 11, 10, 18};
        Shrinkage shrinkage = Shrinkage.of(IntStream.range(0, 8)
                .mapToObj(i -> effect(effects[i], errors[i]))
                .toList());
        assertEquals(7.7, shrinkage.common(), 0.05);
        assertEquals(0, shrinkage.between());
        shrinkage.segments().forEach(segment -> assertEquals(shrinkage.common(), segment.mean(), 1e-9));
    }

    @Test
    void segmentsThatTrulyDiffer_keepMostOfTheirEffects() {
        Shrinkage shrinkage = Shrinkage.of(List.of(effect(10, 0.5), effect(-10, 0.5), effect(0, 0.5)));
        assertEquals(10, shrinkage.between(), 0.5);
        assertEquals(10, shrinkage.segments().getFirst().mean(), 0.1);
    }

    @Test
    void shrunkEffects_missLessThanMeasuredOnes() {
        Simulated shop = new Simulated(11);
        double measured = 0;
        double shrunk = 0;
        for (int i = 0; i < 200; i++) {
            double[] truth = IntStream.range(0, 12)
                    .mapToDouble(segment -> shop.normal(1, 0.5))
                    .toArray();
            List<Difference> effects = IntStream.range(0, 12)
                    .mapToObj(segment -> effect(shop.normal(truth[segment], 1), 1))
                    .toList();
            Shrinkage shrinkage = Shrinkage.of(effects);
            for (int segment = 0; segment < 12; segment++) {
                measured += Math.pow(effects.get(segment).estimate() - truth[segment], 2);
                shrunk += Math.pow(shrinkage.segments().get(segment).mean() - truth[segment], 2);
            }
        }
        assertTrue(shrunk < 0.5 * measured, shrunk + " of " + measured);
    }

    @Test
    void experimentsThatDoNotDisturbEachOther_haveNoInteraction() {
        Difference interaction =
                Interaction.of(arm(10), arm(12), arm(20), arm(22)).orElseThrow();
        assertEquals(0, interaction.estimate(), 1e-12);
        assertEquals(0.16, interaction.variance(), 1e-12);
        assertEquals(
                5,
                Interaction.of(arm(10), arm(12), arm(20), arm(27)).orElseThrow().estimate(),
                1e-12);
    }

    private static Difference effect(double estimate, double error) {
        return new Difference(estimate, error * error, 100, 200);
    }

    private static Arm arm(double mean) {
        return Arm.unadjusted(100, mean, 4);
    }
}
