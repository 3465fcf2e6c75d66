package io.zugabe.catalog.completeness;

import io.zugabe.catalog.completeness.domain.CountedGaps;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The gaps of a few types as they were counted for a first page, for the pages after it. Safe for concurrent use. */
final class Rankings {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int MOST = 16;

    private final Map<String, Ranking> byType = new LinkedHashMap<>();

    /** What was counted of a type not long ago. */
    synchronized Optional<CountedGaps> find(String type, Instant now) {
        return Optional.ofNullable(byType.get(type))
                .filter(ranking -> ranking.counted().plus(LONGEST).isAfter(now))
                .map(Ranking::gaps);
    }

    /** Keeps what was counted of a type, in place of what was counted the longest ago. */
    synchronized void put(String type, CountedGaps gaps, Instant now) {
        byType.remove(type);
        byType.put(type, new Ranking(gaps, now));
        if (byType.size() > MOST) {
            byType.remove(byType.keySet().iterator().next());
        }
    }

    private record Ranking(CountedGaps gaps, Instant counted) {}
}
