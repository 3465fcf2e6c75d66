package io.zugabe.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zugabe.kit.test.Proves;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

@Proves({"E4", "E5"})
class MomentsTest {

    @Property
    void parts_added_areAsAllAtOnce(
            @ForAll @Size(min = 4, max = 40) List<@DoubleRange(min = -100, max = 100) Double> values,
            @ForAll @IntRange(min = 0, max = 40) int cut) {
        int at = Math.min(cut, values.size());
        Moments parts = of(values.subList(0, at)).plus(of(values.subList(at, values.size())));
        Moments all = of(values);
        assertEquals(all.units(), parts.units());
        assertEquals(all.mean(0), parts.mean(0), 1e-9);
        assertEquals(all.variance(0), parts.variance(0), 1e-7);
    }

    @Property
    void variance_isThatOfTheDefinition(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -100, max = 100) Double> values) {
        double mean = values.stream().mapToDouble(x -> x).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        assertEquals(squares / (values.size() - 1), of(values).variance(0), 1e-7);
    }

    @Test
    void proportion_variesAsBernoulli() {
        assertEquals(0.21, Moments.ofProportion(10, 3).variance(0), 1e-12);
    }

    @Test
    void fewerThanTwoUnits_doNotVary() {
        assertEquals(0, Moments.ofMean(1, 5, 25).variance(0));
        assertEquals(0, Moments.ofMean(0, 0, 0).mean(0));
    }

    @Test
    void impossibleSums_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Moments.ofMean(-1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Moments.ofMean(3, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> Moments.ofMean(3, Double.NaN, 1));
        assertThrows(
                IllegalArgumentException.class, () -> Moments.ofMean(3, 1, 1).plus(Moments.ofProportion(3, 1)));
    }

    private static Moments of(List<Double> values) {
        return Moments.ofMean(
                values.size(),
                values.stream().mapToDouble(x -> x).sum(),
                values.stream().mapToDouble(x -> x * x).sum());
    }
}
