package io.zugabe.segmentation.uplift.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which offers pay. */
@Proves("C5")
class OfferWorthTest {

    private static final OfferCost FREE = new OfferCost(0, 0);

    /** Of whom 0.3 buy without the offer. */
    private static UpliftScore score(double effect, double low, double high, boolean evidence) {
        return new UpliftScore(
                UpliftClass.PERSUADABLE, effect, new Bounds(low, high), 0.3, new Bounds(0.2, 0.4), evidence);
    }

    private static UpliftModel model(boolean binary, double cost) {
        Calibration flat = new Calibration(0, 0, 0, 0, 0, 0);
        return new UpliftModel(
                new FeatureEncoder(List.of()),
                binary,
                cost,
                true,
                new EffectModel(0, List.of()),
                flat,
                new Forest(false, 0, List.of()),
                flat,
                0.3,
                List.of());
    }

    /** 0.1 more buy; the contact costs 1, and the incentive 2 for each of the 0.4 who buy then: 1.8 altogether. */
    @ParameterizedTest
    @CsvSource({"20, true", "18.1, true", "17.9, false", "0, false", "-5, false", "NaN, false"})
    void contactAndIncentive_areWorthIt_ifTheOrdersThatTheyBringBringMore(double orderProfit, boolean worth) {
        UpliftScore score = score(0.1, 0.05, 0.15, true);
        assertEquals(worth, model(true, 0).worthCost(score, new OfferCost(1, 2), orderProfit));
    }

    @Test
    void effectThatMayBeNone_isWorthNoCost() {
        UpliftScore score = score(0.1, -0.01, 0.2, true);
        assertFalse(model(true, 0).worthCost(score, FREE, 100));
        assertFalse(model(true, 0).worthCost(score, new OfferCost(0.01, 0), 100));
    }

    @Test
    void costOfTheModel_countsInUnitsOfItsOutcome_whateverOrdersAreWorth() {
        UpliftScore score = score(0.1, 0.05, 0.15, true);
        assertTrue(model(true, 0.09).worthCost(score, FREE, Double.NaN));
        assertFalse(model(true, 0.11).worthCost(score, FREE, Double.NaN));
        assertFalse(model(true, 0.09).worthCost(score, new OfferCost(1, 0), 50));
    }

    @Test
    void outcomeInMoney_isComparedWithTheContactAlone() {
        UpliftScore score = score(3, 1, 5, true);
        assertTrue(model(false, 1).worthCost(score, new OfferCost(1.9, 100), 0));
        assertFalse(model(false, 1).worthCost(score, new OfferCost(2.1, 0), 0));
    }

    @Test
    void freeOffer_isWorthIt_unlessItIsExpectedToHarm() {
        assertTrue(score(0, -0.1, 0.1, true).worthFree());
        assertFalse(score(-0.01, -0.1, 0.1, true).worthFree());
    }

    @Test
    void averageThatMayBeNone_silencesNobody() {
        assertTrue(score(-0.01, -0.1, 0.1, false).worthFree());
        assertFalse(score(-0.1, -0.15, -0.05, false).worthFree());
    }

    @Test
    void cost_belowZero_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new OfferCost(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new OfferCost(0, Double.NaN));
    }
}
