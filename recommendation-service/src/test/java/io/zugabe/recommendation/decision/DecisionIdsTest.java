package io.zugabe.recommendation.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionIdsTest {

    @Test
    void ids_areOfVersion7_andSortByTime() {
        Random random = new Random(1);
        Instant time = Instant.parse("2026-06-01T12:00:00Z");

        UUID first = DecisionIds.next(time, random);
        UUID later = DecisionIds.next(time.plusMillis(1), random);

        assertEquals(7, first.version());
        assertEquals(2, first.variant());
        assertEquals(time.toEpochMilli(), first.getMostSignificantBits() >>> 16);
        assertTrue(first.toString().compareTo(later.toString()) < 0);
        assertEquals(DecisionIds.seed(first), DecisionIds.seed(UUID.fromString(first.toString())));
    }
}
