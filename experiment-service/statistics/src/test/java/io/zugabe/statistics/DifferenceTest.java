package io.zugabe.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import org.junit.jupiter.api.Test;

@Proves("E5")
class DifferenceTest {

    private static final Arm CONTROL = Arm.mean(Moments.ofMean(500, -1000, 9000));
    private static final Arm TREATMENT = Arm.mean(Moments.ofMean(500, -500, 8000));

    @Test
    void lossHalved_isABetterRelativeDifference() {
        assertEquals(0.5, Difference.relative(CONTROL, TREATMENT).orElseThrow().estimate(), 1e-12);
    }

    @Test
    void armsThatDoNotVary_sayNothing() {
        Arm constant = Arm.mean(Moments.ofMean(10, 20, 40));
        assertTrue(Difference.absolute(constant, TREATMENT).isEmpty());
        assertTrue(
                Difference.absolute(CONTROL, Arm.mean(Moments.ofMean(1, 5, 25))).isEmpty());
    }

    @Test
    void controlOfZero_hasNoRelativeDifference() {
        Arm zero = Arm.mean(Moments.ofMean(4, 0, 8));
        assertTrue(Difference.relative(zero, TREATMENT).isEmpty());
        assertTrue(Difference.absolute(zero, TREATMENT).isPresent());
    }

    @Test
    void relativeVariance_isThatOfManyRepetitions() {
        Simulated shop = new Simulated(41);
        double sum = 0;
        double squares = 0;
        double stated = 0;
        int repetitions = 3_000;
        for (int i = 0; i < repetitions; i++) {
            Cuped cuped = Cuped.means(shop.correlated(200, 5, 0.6), shop.correlated(200, 6, 0.6));
            Difference difference =
                    Difference.relative(cuped.control(), cuped.treatment()).orElseThrow();
            sum += difference.estimate();
            squares += difference.estimate() * difference.estimate();
            stated += difference.variance();
        }
        double mean = sum / repetitions;
        assertEquals(0.2, mean, 0.002);
        assertEquals(1, stated / repetitions / (squares / repetitions - mean * mean), 0.1);
    }

    @Test
    void ratioThatIsTheSameForEveryUnit_doesNotVary() {
        // all orders cost the same, however many a customer has
        Moments same = Moments.of(4, new double[] {200, 20}, new double[] {13_000, 1_300, 1_300, 130}, new boolean[2]);
        assertEquals(10, Arm.ratio(same).value(), 1e-12);
        assertEquals(0, Arm.ratio(same).variance(), 1e-9);
    }
}
