package io.zugabe.segmentation.value.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * When a customer ordered, as BG/NBD sees it (Fader, Hardie, Lee 2005, section 2): x, t_x and T. Equal
 * histories are equal records, so that a fit evaluates each only once.
 *
 * @param repeats x: orders after the first, 0 or more; orders of one day count once
 * @param recency t_x: weeks from the first order to the last, in [0, age]; 0 if there is no repeat
 * @param age T: weeks from the first order until now
 */
public record PurchaseHistory(long repeats, double recency, double age) {

    private static final double SECONDS_PER_WEEK = 7 * 86_400.0;

    public PurchaseHistory {
        if (repeats < 0 || !(recency >= 0) || !(age >= recency) || Double.isInfinite(age)) {
            throw new IllegalArgumentException(
                    "not a history: repeats " + repeats + ", recency " + recency + ", age " + age);
        }
        if (repeats == 0) {
            recency = 0;
        }
    }

    /**
     * The history of a customer.
     *
     * @param orderDays days with orders, 1 or more
     * @param now not before {@code last}; an earlier one counts as {@code last}
     */
    public static PurchaseHistory of(long orderDays, Instant first, Instant last, Instant now) {
        double recency = weeks(first, last);
        return new PurchaseHistory(Math.max(0, orderDays - 1), recency, Math.max(recency, weeks(first, now)));
    }

    private static double weeks(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds() / SECONDS_PER_WEEK);
    }
}
