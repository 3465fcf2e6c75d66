package io.zugabe.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

@Proves("E5")
class MultipleTestingTest {

    @Property
    void adjusted_isNeverBelowItsOwnAndHolmNeverBelowBenjaminiHochberg(
            @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1) Double> drawn) {
        double[] pValues = drawn.stream().mapToDouble(p -> p).toArray();
        double[] holm = MultipleTesting.holm(pValues);
        double[] share = MultipleTesting.benjaminiHochberg(pValues);
        for (int i = 0; i < pValues.length; i++) {
            assertTrue(pValues[i] <= share[i] + 1e-12);
            assertTrue(share[i] <= holm[i] + 1e-12);
            assertTrue(holm[i] <= 1);
        }
    }

    @Test
    void singleQuestion_isNotAdjusted() {
        assertArrayEquals(new double[] {0.04}, MultipleTesting.holm(new double[] {0.04}));
        assertArrayEquals(new double[] {0.04}, MultipleTesting.benjaminiHochberg(new double[] {0.04}));
    }
}
