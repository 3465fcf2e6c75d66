package io.zugabe.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import org.junit.jupiter.api.Test;

@Proves("E5")
class SampleRatioTest {

    @Test
    void armWithoutWeight_countsNeitherAsUnitsNorAsDegreeOfFreedom() {
        double two = SampleRatio.pValue(new long[] {1_000, 1_100}, new double[] {0.5, 0.5});
        double three = SampleRatio.pValue(new long[] {1_000, 1_100, 7}, new double[] {0.5, 0.5, 0});
        assertEquals(two, three);
    }

    @Test
    void skewOfOnePercent_isFoundInAHundredThousand() {
        assertTrue(SampleRatio.pValue(new long[] {51_000, 49_000}, new double[] {1, 1}) < SampleRatio.ALARM);
    }

    @Test
    void nothingSeen_isNoMismatch() {
        assertEquals(1, SampleRatio.pValue(new long[2], new double[] {1, 1}));
        assertEquals(1, SampleRatio.pValue(new long[] {5, 0}, new double[] {1, 0}));
    }

    @Test
    void missingWeight_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> SampleRatio.pValue(new long[2], new double[] {1}));
    }
}
