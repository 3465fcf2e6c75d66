package io.zugabe.recommendation.incentives.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@Proves("O12")
class UpliftTest {

    private static final List<Level> LEVELS =
            List.of(new Level(1, new Benefit.Percent(5), 0.2), new Level(2, new Benefit.Percent(10), 0.5));

    @Test
    void withoutCounts_whatIsAssumed() {
        Uplift uplift = new Uplift(LEVELS, List.of(), 20);
        assertEquals(1, uplift.factor(0));
        assertEquals(1.2, uplift.factor(1), 1e-9);
        assertEquals(1.5, uplift.factor(2), 1e-9);
        assertFalse(uplift.isKnown());
    }

    @Test
    void withManyCounts_whatWasCounted_againstTheControl() {
        LevelCounts control = new LevelCounts(100_000, 8_000, 10_000);
        LevelCounts first = new LevelCounts(100_000, 12_000, 10_000);
        Uplift uplift = new Uplift(LEVELS, List.of(control, first, first), 20);
        assertEquals(1.5, uplift.factor(1), 0.01);
        assertTrue(uplift.isKnown());
    }

    @Property
    void estimate_liesBetweenAssumptionAndCounts(
            @ForAll @IntRange(max = 5_000) int taken, @ForAll @DoubleRange(min = 1, max = 2_000) double expected) {
        Uplift uplift = new Uplift(LEVELS, List.of(LevelCounts.NONE, new LevelCounts(10_000, taken, expected)), 20);
        double counted = taken / expected;
        assertTrue(
                uplift.factor(1) >= Math.min(counted, 1.2) - 1e-9 && uplift.factor(1) <= Math.max(counted, 1.2) + 1e-9);
        assertEquals(1.5, uplift.factor(2), 1e-9, "levels do not mix");
    }
}
