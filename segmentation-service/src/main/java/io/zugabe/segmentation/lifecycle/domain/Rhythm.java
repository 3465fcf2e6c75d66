package io.zugabe.segmentation.lifecycle.domain;

import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's orders say about their pace.
 *
 * @param orders number of orders, 0 or more
 * @param first time of the first order; null if there is none
 * @param last time of the latest order; null if there is none
 */
public record Rhythm(
        long orders, @Nullable Instant first, @Nullable Instant last) {

    private static final double DAY_SECONDS = 86_400;

    /** The pace of a profile's customer. */
    public static Rhythm of(Profile profile) {
        return new Rhythm(
                profile.counts().get(Measure.ORDERS),
                profile.orders().first(),
                profile.orders().last());
    }

    /** Number of gaps between orders. */
    long gaps() {
        return Math.max(0, orders - 1);
    }

    /** Their sum, in days. */
    double gapDays() {
        return first == null || last == null ? 0 : days(first, last);
    }

    /** Days since the latest order, 0 or more; infinite if there is none. */
    double silentDays(Instant now) {
        return last == null ? Double.POSITIVE_INFINITY : Math.max(0, days(last, now));
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / DAY_SECONDS;
    }
}
