package io.zugabe.segmentation.replenishment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Proves("C8")
class PoissonGammaTest {

    private static final double PRECISION = 1e-14;

    @ParameterizedTest
    @CsvSource({
        "3, 60, 30, 5, 0.03230769230769231, 0.031791374104294, 0.049411764705882356, 0.04821086417415277",
        "3, 60, 30, 30, 0.052500000000000005, 0.05114567894419875, 0.038181818181818185, 0.037462081913679945",
        "3, 60, 30, 59, 0.030434782608695653, 0.02997630758092651, 0.030215827338129497, 0.02976389252704814",
        "3, 60, 30, 60, 0.030000000000000002, 0.029554466451491845, 0.030000000000000002, 0.029554466451491845",
        "3, 60, 30, 90, 0.024705882352941178, 0.024403189926367586, 0.024705882352941178, 0.024403189926367586",
        "1, 0, 25, 10, 0.044000000000000004, 0.04304604252695332, 0.07333333333333333, 0.07070898527879643"
    })
    void referenceCases_agree(
            double purchases,
            double span,
            double meanInterval,
            double sinceLast,
            double modified,
            double modifiedWithinADay,
            double plain,
            double plainWithinADay) {
        PoissonGamma rates = new PoissonGamma(1.2, 20);
        double rate = rates.modifiedRate(purchases, span, meanInterval, sinceLast);
        assertEquals(modified, rate, PRECISION);
        assertEquals(modifiedWithinADay, PoissonGamma.probability(rate, 1), PRECISION);
        double unmodified = rates.rate(purchases, span + sinceLast);
        assertEquals(plain, unmodified, PRECISION);
        assertEquals(plainWithinADay, PoissonGamma.probability(unmodified, 1), PRECISION);
    }

    @ParameterizedTest
    @CsvSource({"7, 0.0016607996247455735", "30, 0.02659607576385003", "90, 0.0007889846874255373"})
    void densityOfIntervals_agrees(double days, double density) {
        RepeatInterval interval = new RepeatInterval(3.4, 0.5);
        assertEquals(density, interval.density(days), PRECISION);
        assertEquals(0.3 * density, interval.score(0.3, days), PRECISION);
    }

    @Property
    void modifiedRate_isHighestAtTheMeanInterval(
            @ForAll @DoubleRange(min = 1, max = 300) double meanInterval,
            @ForAll @DoubleRange(min = 0, max = 1000) double sinceLast,
            @ForAll @DoubleRange(min = 0, max = 1000) double span) {
        PoissonGamma rates = new PoissonGamma(1.2, 20);
        double peak = rates.modifiedRate(3, span, meanInterval, meanInterval);
        assertTrue(rates.modifiedRate(3, span, meanInterval, sinceLast) <= peak);
    }

    @Test
    void repeatShare_ofFewBuyers_isNotTrusted() {
        assertEquals(0.5, new RepeatShare(4, 2).value());
        assertTrue(new RepeatShare(4, 2).lowerBound() < 0.2);
        assertTrue(new RepeatShare(400, 200).lowerBound() > 0.45);
        assertEquals(0, new RepeatShare(0, 0).value());
        assertEquals(0, new RepeatShare(0, 0).lowerBound());
    }
}
