package io.zugabe.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

@Proves("E5")
class ConfidenceSequenceTest {

    private static final double ALPHA = 0.05;

    @Property
    void pValue_isBelowAlphaExactlyWhenTheIntervalExcludesZero(
            @ForAll @DoubleRange(min = -1, max = 1) double estimate,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double variance,
            @ForAll @LongRange(min = 4, max = 1_000_000) long units,
            @ForAll Side side) {
        TestResult result =
                ConfidenceSequence.tuned(side, ALPHA, 5_000).test(new Difference(estimate, variance, units, units), 0);
        if (Math.abs(result.pValue() - ALPHA) > 1e-9) {
            assertEquals(result.pValue() > ALPHA, result.interval().contains(0));
        }
    }

    @Property
    void interval_isWiderThanThatOfASingleLook(
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double variance,
            @ForAll @LongRange(min = 100, max = 1_000_000) long units) {
        Difference difference = new Difference(0, variance, units, units);
        assertTrue(ConfidenceSequence.tuned(Side.BOTH, ALPHA, 5_000)
                        .test(difference, 0)
                        .interval()
                        .high()
                > Welch.test(difference, Side.BOTH, 0, ALPHA).interval().high());
    }

    @Test
    void lookedAtFortyTimes_coversTheTruthEveryTimeInNineteenOfTwentyExperiments() {
        Simulated shop = new Simulated(7);
        ConfidenceSequence sequence = ConfidenceSequence.tuned(Side.BOTH, ALPHA, 2_000);
        int experiments = 400;
        int missed = 0;
        int alarmsOfSingleLooks = 0;
        for (int i = 0; i < experiments; i++) {
            Moments control = shop.mean(0, 0);
            Moments treatment = shop.mean(0, 0);
            boolean miss = false;
            boolean alarm = false;
            for (int look = 0; look < 40; look++) {
                control = control.plus(shop.mean(50, 1));
                treatment = treatment.plus(shop.mean(50, 1.1));
                Difference difference = Difference.absolute(Arm.mean(control), Arm.mean(treatment))
                        .orElseThrow();
                miss |= !sequence.test(difference, 0).interval().contains(0.1);
                alarm |= !Welch.test(difference, Side.BOTH, 0, ALPHA).interval().contains(0.1);
            }
            missed += miss ? 1 : 0;
            alarmsOfSingleLooks += alarm ? 1 : 0;
        }
        assertTrue(missed <= experiments * ALPHA, missed + " of " + experiments);
        assertTrue(alarmsOfSingleLooks > 3 * experiments * ALPHA, "the danger is real: " + alarmsOfSingleLooks);
    }

    @Test
    void alphaOfAHalf_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> ConfidenceSequence.tuned(Side.BOTH, 0.5, 5_000));
        assertThrows(IllegalArgumentException.class, () -> ConfidenceSequence.tuned(Side.BOTH, 0.05, 0));
    }
}
