package io.zugabe.recommendation.moment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Proves("T2")
class LagTest {

    @Test
    void mostBoughtLater_isWantedAfter() {
        Lag lag = new Lag(2, 8, 30, 5, 9, 21);

        assertTrue(lag.comesAfter());
        assertFalse(lag.comesAtOnce());
        assertEquals(Duration.ofDays(5), lag.delay());
        assertEquals(Duration.ofDays(21 + 16), lag.end());
    }

    @Test
    void mostBoughtWithIt_isWantedAtOnce() {
        Lag lag = new Lag(2, 30, 8, 5, 9, 21);

        assertTrue(lag.comesAtOnce());
        assertFalse(lag.comesAfter());
    }

    @Test
    void fewOrEven_decideNothing() {
        assertFalse(new Lag(0, 0, 19, 5, 9, 21).comesAfter());
        assertFalse(new Lag(0, 20, 22, 5, 9, 21).comesAfter());
        assertFalse(new Lag(0, 22, 20, 5, 9, 21).comesAtOnce());
    }

    /** Whoever comes back the next day forgot it: it was needed at once. */
    @Test
    void boughtTheNextDay_isNotAppreciatedInUse() {
        assertFalse(new Lag(0, 0, 40, 0.5f, 1, 1.5f).comesAfter());
    }

    @Test
    void quartiles_lieInTheirBins() {
        int[] counts = new int[2 * LagHistogram.BINS];
        for (int day = 0; day < 100; day++) {
            counts[LagHistogram.BINS + LagHistogram.bin(day)]++;
        }

        assertEquals(25, LagHistogram.quantile(counts, LagHistogram.BINS, 100, 0.25), 3);
        assertEquals(50, LagHistogram.quantile(counts, LagHistogram.BINS, 100, 0.5), 3);
        assertEquals(75, LagHistogram.quantile(counts, LagHistogram.BINS, 100, 0.75), 6);
        assertEquals(0, LagHistogram.quantile(counts, 0, 0, 0.5));
    }

    @Test
    void wilson_isBelowTheShare() {
        assertEquals(0.0, Wilson.lower(0, 0));
        assertEquals(0.0, Wilson.lower(0, 10), 1e-12);
        assertEquals(0.5678, Wilson.lower(15, 20), 0.001);
        assertTrue(Wilson.lower(150, 200) > Wilson.lower(15, 20));
    }
}
