package io.zugabe.segmentation.lifecycle.domain;

import java.time.Instant;

/**
 * Tells a customer's place by their own pace: who orders weekly lapses after weeks, who orders twice a
 * year after a year.
 */
public final class LifecycleRule {

    /** How long a customer with one order is new, in days; nobody is lost sooner. */
    public static final int NEW_DAYS = 60;

    private static final double LAPSING = 0.1;
    private static final double LOST = 0.01;

    private LifecycleRule() {}

    /** Where a customer is. */
    public static Lifecycle of(Rhythm rhythm, GapDistribution gaps, Instant now) {
        if (rhythm.orders() == 0) {
            return Lifecycle.PROSPECT;
        }
        double silent = rhythm.silentDays(now);
        if (rhythm.orders() == 1 && silent <= NEW_DAYS) {
            return Lifecycle.NEW;
        }
        if (silent > Math.max(NEW_DAYS, gaps.quantile(rhythm, LOST))) {
            return Lifecycle.LOST;
        }
        return silent > gaps.quantile(rhythm, LAPSING) ? Lifecycle.LAPSING : Lifecycle.ACTIVE;
    }
}
