package io.zugabe.segmentation.audience.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

@Proves("C9")
class LiftTest {

    private static final double EXACT = 1e-9;

    @Test
    void lift_of30In100Against50In500_isThreeWithKatzsInterval() {
        Lift lift = Lift.of(30, 100, 50, 500);
        assertEquals(3, lift.ratio(), EXACT);
        assertEquals(0.2033060090930254, lift.standardError(), EXACT);
        assertEquals(2.0140343162519483, lift.low(), 1e-7);
        assertEquals(4.468642826676708, lift.high(), 1e-7);
        assertEquals(6.52664686653733e-08, lift.pValue(), 1e-14);
    }

    @Test
    void lift_whereNoOtherHasIt_isFiniteByAddingAHalf() {
        Lift lift = Lift.of(10, 40, 0, 200);
        assertEquals(103.96296296296299, lift.ratio(), EXACT);
        assertEquals(1.4372053458157377, lift.standardError(), EXACT);
        assertEquals(6.216232365291241, lift.low(), 1e-6);
        assertEquals(1738.721629581817, lift.high(), 1e-3);
    }

    @Test
    void lift_ofWhatEverybodyHas_isOneAndNoNews() {
        Lift lift = Lift.of(40, 40, 200, 200);
        assertEquals(1, lift.ratio(), EXACT);
        assertEquals(1, lift.pValue(), EXACT);
    }

    @Test
    void holm_correctsStepByStep() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06}, Holm.adjust(new double[] {0.01, 0.04, 0.03}), EXACT);
    }

    @Test
    void shrinkage_ofEquallyHighLifts_drawsTheOneWithLessSupportFurther() {
        Lift much = Lift.of(300, 1_000, 500, 5_000);
        Lift little = Lift.of(6, 20, 10, 100);
        double spread = Shrinkage.spread(List.of(much, little, Lift.of(100, 1_000, 500, 5_000)));
        assertTrue(Shrinkage.shrink(much, spread) > Shrinkage.shrink(little, spread));
        assertTrue(Shrinkage.shrink(little, spread) > 1);
        assertTrue(Shrinkage.shrink(much, spread) < much.ratio());
    }

    @Test
    void shrinkage_ofWhatMayBeChance_drawsToOne() {
        assertEquals(0, Shrinkage.spread(List.of(Lift.of(11, 100, 100, 1_000), Lift.of(9, 100, 100, 1_000))));
    }

    @Property
    void interval_containsThePoint_andMoreDataNarrowsIt(
            @ForAll @LongRange(min = 1, max = 1_000) long a,
            @ForAll @LongRange(min = 0, max = 1_000) long without,
            @ForAll @LongRange(min = 1, max = 1_000) long b,
            @ForAll @LongRange(min = 1, max = 1_000) long lacking,
            @ForAll @LongRange(min = 2, max = 50) long times) {
        Lift lift = Lift.of(a, a + without, b, b + lacking);
        Lift more = Lift.of(a * times, (a + without) * times, b * times, (b + lacking) * times);
        assertTrue(lift.low() <= lift.ratio() && lift.ratio() <= lift.high());
        assertEquals(lift.logRatio(), more.logRatio(), 1e-9);
        assertTrue(more.low() > lift.low() && more.high() < lift.high());
        assertEquals(lift.pValue() <= 0.05, lift.low() >= 1 || lift.high() <= 1);
    }
}
