package io.zugabe.recommendation.triggers.domain;

import java.time.Duration;

/**
 * When a delivery that failed is tried again: exponential back-off with jitter, so that those who failed
 * together do not come back together.
 *
 * @param first the longest pause after the first attempt; it doubles with each further one
 * @param longest the longest pause of all
 * @param attempts most attempts
 */
public record Retry(Duration first, Duration longest, int attempts) {

    private static final int MOST_DOUBLINGS = 30;

    /** Whether another attempt may follow. */
    public boolean again(int attempted) {
        return attempted < attempts;
    }

    /**
     * How long to wait: half of the longest pause for this attempt, and a random part of the other half.
     *
     * @param attempted attempts so far, 1 or more
     * @param random uniform in [0, 1)
     */
    public Duration pause(int attempted, double random) {
        double factor = Math.pow(2, Math.min(attempted - 1, MOST_DOUBLINGS));
        double millis = Math.min(first.toMillis() * factor, longest.toMillis());
        return Duration.ofMillis(Math.round(millis * (0.5 + random / 2)));
    }
}
