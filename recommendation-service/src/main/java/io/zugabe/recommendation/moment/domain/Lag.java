package io.zugabe.recommendation.moment.domain;

import java.time.Duration;
import java.util.Map;

/**
 * When customers bought products of one type, seen from their purchase of another, within half a year.
 *
 * @param before customers who bought it before
 * @param together customers who bought both in one order
 * @param after customers who bought it later
 * @param lowerDays lower quartile of the time after, in days; 0 if nobody bought it later
 * @param medianDays median of it
 * @param upperDays upper quartile of it
 */
public record Lag(int before, int together, int after, float lowerDays, float medianDays, float upperDays) {

    /** With fewer customers nothing is decided. */
    public static final int LEAST = 20;

    /** What follows faster was forgotten rather than missed in use. */
    private static final double LEAST_DAYS = 2;

    private static final double SECONDS_OF_DAY = 86_400;

    /** Number of customers who bought both. */
    public int pairs() {
        return before + together + after;
    }

    /**
     * Whether it is wanted only some time after the other: with 95 % confidence more than half of the customers bought
     * it later, and half of those no sooner than two days later.
     */
    public boolean comesAfter() {
        return pairs() >= LEAST && medianDays >= LEAST_DAYS && Wilson.lower(after, pairs()) > 0.5;
    }

    /** Whether it is wanted at once: with 95 % confidence more than half bought it with the other or before. */
    public boolean comesAtOnce() {
        return pairs() >= LEAST && Wilson.lower(before + together, pairs()) > 0.5;
    }

    /** How long after the other to offer it: when a quarter of those who want it have bought it. */
    public Duration delay() {
        return days(Math.max(1, lowerDays));
    }

    /** How long after the other it is still wanted: as long past the upper quartile as that lies from the lower one. */
    public Duration end() {
        return days(Math.max(1, upperDays) + Math.max(LEAST_DAYS, upperDays - lowerDays));
    }

    /** The numbers behind it. */
    public Map<String, Double> numbers() {
        return Map.of(
                "pairs", (double) pairs(),
                "before", (double) before,
                "together", (double) together,
                "after", (double) after,
                "lower_quartile_days", (double) lowerDays,
                "median_days", (double) medianDays,
                "upper_quartile_days", (double) upperDays);
    }

    private static Duration days(double days) {
        return Duration.ofSeconds(Math.round(days * SECONDS_OF_DAY));
    }
}
