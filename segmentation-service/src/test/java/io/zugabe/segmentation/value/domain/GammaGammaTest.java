package io.zugabe.segmentation.value.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Proves("C7")
class GammaGammaTest {

    /** As published for the CDNOW sample. */
    private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 35.21897810218978",
        "1, 11.77, 18.916852057842046",
        "2, 22.35, 24.663713910761153",
        "7, 73.74, 71.46967089696709"
    })
    void referenceCases_agree(long orders, double average, double expected) {
        assertEquals(expected, CDNOW.expectedAverage(new SpendHistory(orders, average)), 1e-12);
    }

    @Property
    void estimate_liesBetweenOwnAverageAndPopulation_nearerToOwnWithMoreOrders(
            @ForAll @IntRange(min = 1, max = 500) int orders,
            @ForAll @DoubleRange(min = 0.01, max = 10_000) double average) {
        double estimate = CDNOW.expectedAverage(new SpendHistory(orders, average));
        double low = Math.min(average, CDNOW.populationMean());
        double high = Math.max(average, CDNOW.populationMean());
        assertTrue(estimate >= low - 1e-9 && estimate <= high + 1e-9);
        double withMore = CDNOW.expectedAverage(new SpendHistory(orders + 1, average));
        assertTrue(Math.abs(withMore - average) <= Math.abs(estimate - average) + 1e-9);
    }
}
