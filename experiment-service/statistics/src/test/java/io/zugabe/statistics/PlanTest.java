package io.zugabe.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@Proves("E5")
class PlanTest {

    @Property(tries = 200)
    void plannedUnits_haveThePower_oneFewerPerHundredHaveNot(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double effect,
            @ForAll @DoubleRange(min = 0.1, max = 100) double variance,
            @ForAll @IntRange(min = 2, max = 6) int arms,
            @ForAll boolean anyTime) {
        Plan plan = plan(variance, arms, anyTime);
        double units = plan.units(effect, 0.8).orElseThrow();
        assertTrue(plan.power(effect, units) >= 0.8);
        if (units > 100 * arms) {
            assertTrue(plan.power(effect, units * 0.99) < 0.8);
        }
    }

    @Property(tries = 200)
    void detectableEffect_isFoundWithThePower(
            @ForAll @DoubleRange(min = 0.1, max = 10) double variance, @ForAll boolean anyTime) {
        Plan plan = plan(variance, 2, anyTime);
        double effect = plan.detectable(0.8, 100_000).orElseThrow();
        assertEquals(0.8, plan.power(effect, 100_000), 1e-3);
    }

    @Test
    void readingAnyTime_costsUnits() {
        assertTrue(plan(4, 2, true).units(0.05, 0.8).orElseThrow()
                > plan(4, 2, false).units(0.05, 0.8).orElseThrow());
    }

    @Test
    void effectOfNothing_isNeverFound() {
        assertTrue(plan(4, 2, false).units(1e-9, 0.8).isEmpty());
        assertTrue(plan(4, 2, false).detectable(0.8, 4).isEmpty());
    }

    @Test
    void meanOfZero_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Plan(0, 1, 2, 0.05, OptionalDouble.empty()));
    }

    @Test
    void runningExperiment_needsAsManyUnitsAsOnePlannedWithItsVariance() {
        Plan plan = plan(4, 2, false);
        double units = plan.units(0.05, 0.8).orElseThrow();
        double variance = 4 * (1 + 1.05 * 1.05) / 500;
        Outlook outlook = Outlook.ofWelch(new Difference(0.01, variance, 998, 1_000), 0.05, 0.8, 0.05);
        assertEquals(units, 1_000 + outlook.additionalUnits().orElseThrow(), units * 1e-3);
        assertTrue(outlook.powerNow() < 0.8);
    }

    @Test
    void enoughUnits_needNoMore() {
        Outlook outlook = Outlook.of(
                new Difference(0.05, 1e-6, 1e6, 1_000_000),
                0.05,
                0.8,
                ConfidenceSequence.tuned(Side.BOTH, 0.05, 5_000));
        assertEquals(0, outlook.additionalUnits().orElseThrow());
    }

    private static Plan plan(double variance, int arms, boolean anyTime) {
        return new Plan(1, variance, arms, 0.05, anyTime ? OptionalDouble.of(5_000) : OptionalDouble.empty());
    }
}
