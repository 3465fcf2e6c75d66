package io.zugabe.catalog.completeness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.catalog.completeness.domain.CountedGaps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final CountedGaps GAPS = new CountedGaps(List.of(), false, false);

    private final Rankings rankings = new Rankings();

    @Test
    void ranking_isForgottenAfterTwoMinutes() {
        rankings.put("tent", GAPS, NOW);
        assertEquals(Optional.of(GAPS), rankings.find("tent", NOW.plusSeconds(119)));
        assertEquals(Optional.empty(), rankings.find("tent", NOW.plusSeconds(120)));
        assertEquals(Optional.empty(), rankings.find("bag", NOW));
    }

    @Test
    void oldestRanking_makesRoom() {
        for (int i = 0; i < 16; i++) {
            rankings.put("type-" + i, GAPS, NOW);
        }
        rankings.put("type-0", GAPS, NOW);
        rankings.put("another", GAPS, NOW);
        assertEquals(Optional.of(GAPS), rankings.find("type-0", NOW));
        assertEquals(Optional.empty(), rankings.find("type-1", NOW));
        assertEquals(Optional.of(GAPS), rankings.find("another", NOW));
    }
}
