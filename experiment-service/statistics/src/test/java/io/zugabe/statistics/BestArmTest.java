package io.zugabe.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

@Proves("E6")
class BestArmTest {

    @Property(tries = 200)
    void ofTwo_isTheChanceOfTheirDifference(
            @ForAll @DoubleRange(min = -3, max = 3) double mean,
            @ForAll @DoubleRange(min = 0.01, max = 5) double deviation) {
        double[] probabilities = BestArm.probabilities(List.of(arm(0, 1), arm(mean, deviation)), true);
        assertEquals(Normal.below(mean / Math.hypot(1, deviation)), probabilities[1], 1e-6);
    }

    @Test
    void equalArms_areEquallyLikely() {
        assertArrayEquals(
                new double[] {0.25, 0.25, 0.25, 0.25},
                BestArm.probabilities(List.of(arm(1, 2), arm(1, 2), arm(1, 2), arm(1, 2)), true),
                1e-9);
    }

    @Test
    void lowerIsBetter_turnsTheOrderRound() {
        double[] probabilities = BestArm.probabilities(List.of(arm(1, 0.1), arm(2, 0.1), arm(3, 0.1)), false);
        assertEquals(1, probabilities[0], 1e-9);
        // the best arm of three is one of the best two, and so is the second: half each
        assertArrayEquals(
                new double[] {0.5, 0.5, 0},
                BestArm.topTwo(List.of(arm(1, 0.1), arm(2, 0.1), arm(3, 0.1)), false),
                1e-9);
    }

    @Property(tries = 50)
    void weights_addUpAndKeepTheFloor(
            @ForAll @DoubleRange(min = -3, max = 3) double mean, @ForAll @DoubleRange(min = -1, max = 1) double floor) {
        double[] weights =
                BestArm.withFloor(BestArm.topTwo(List.of(arm(0, 1), arm(mean, 1), arm(1, 0.2)), true), floor);
        assertEquals(1, DoubleStream.of(weights).sum(), 1e-9);
        double least = Math.clamp(floor, 0, 1.0 / 3);
        assertEquals(
                0,
                DoubleStream.of(weights)
                        .filter(weight -> weight < least - 1e-12)
                        .count());
    }

    private static Arm arm(double mean, double deviation) {
        return Arm.unadjusted(1, mean, deviation * deviation);
    }
}
