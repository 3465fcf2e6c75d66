package io.zugabe.segmentation.audience.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NumberHistogramTest {

    @Test
    void quintiles_of1To1000_areFifthsWithinAStep() {
        NumberHistogram histogram = new NumberHistogram();
        IntStream.rangeClosed(1, 1_000).forEach(number -> histogram.add(number, number > 900));
        List<Tally> quintiles = histogram.quintiles("orders");
        assertEquals(5, quintiles.size());
        quintiles.forEach(each -> assertEquals(200, each.buyers() + each.others(), 40));
        assertEquals(100, quintiles.getLast().buyers());
    }

    @Test
    void numberThatMostHave_takesThePlaceOfSeveralFifths() {
        NumberHistogram histogram = new NumberHistogram();
        IntStream.range(0, 100).forEach(i -> histogram.add(i < 70 ? 0 : i, false));
        List<Tally> quintiles = histogram.quintiles("orders");
        assertEquals(3, quintiles.size());
        assertEquals(70, quintiles.getFirst().others());
        assertEquals(0, ((Trait.NumberIn) quintiles.getFirst().trait()).upTo());
    }

    @Property
    void ranges_countExactlyWhatTheySay(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = -1e4, max = 1e4) Double> numbers) {
        NumberHistogram histogram = new NumberHistogram();
        numbers.forEach(number -> histogram.add(number, number > 5));
        List<Tally> quintiles = histogram.quintiles("x");
        assertTrue(quintiles.size() <= 5);
        for (Tally tally : quintiles) {
            Trait.NumberIn range = (Trait.NumberIn) tally.trait();
            List<Double> within = numbers.stream()
                    .filter(number -> number > range.above() && number <= range.upTo())
                    .toList();
            assertEquals(within.stream().filter(number -> number > 5).count(), tally.buyers());
            assertEquals(within.size(), tally.buyers() + tally.others());
        }
    }
}
