package io.zugabe.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import org.junit.jupiter.api.Test;

@Proves("E5")
class CupedTest {

    @Test
    void variance_fallsByTheSquareOfTheCorrelation() {
        Simulated shop = new Simulated(3);
        Cuped cuped = Cuped.means(shop.correlated(20_000, 0, 0.7), shop.correlated(20_000, 0, 0.7));
        assertEquals(0.49, cuped.varianceReduction(), 0.02);
        assertEquals(0.7, cuped.theta(), 0.02);
    }

    @Test
    void estimate_isNotMoved() {
        Simulated shop = new Simulated(4);
        double sum = 0;
        for (int i = 0; i < 500; i++) {
            Cuped cuped = Cuped.means(shop.correlated(300, 1, 0.8), shop.correlated(300, 1.2, 0.8));
            sum += cuped.treatment().value() - cuped.control().value();
        }
        assertEquals(0.2, sum / 500, 0.01);
    }

    @Test
    void nothingBefore_isNoAdjustment() {
        Moments arm = Moments.of(10, new double[] {30, 0}, new double[] {110, 0, 0, 0}, new boolean[2]);
        Cuped cuped = Cuped.means(arm, arm);
        assertEquals(0, cuped.theta());
        assertEquals(0, cuped.varianceReduction());
        assertEquals(
                Arm.mean(Moments.ofMean(10, 30, 110)).variance(),
                cuped.control().variance());
    }
}
