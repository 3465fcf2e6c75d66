package io.zugabe.recommendation.triggers.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Proves("T4")
class RetryTest {

    private static final Retry RETRY = new Retry(Duration.ofSeconds(5), Duration.ofHours(1), 8);

    @Test
    void pause_doublesUpToTheLongest_andIsSpreadOverItsUpperHalf() {
        assertEquals(Duration.ofMillis(2_500), RETRY.pause(1, 0));
        assertEquals(Duration.ofMillis(10_000), RETRY.pause(2, 1));
        assertEquals(Duration.ofSeconds(30), RETRY.pause(4, 0.5));
        assertEquals(Duration.ofHours(1), RETRY.pause(1_000_000, 1));
    }

    @Test
    void attempts_areBounded() {
        assertTrue(RETRY.again(7));
        assertFalse(RETRY.again(8));
    }
}
