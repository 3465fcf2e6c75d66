package io.zugabe.bench.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The days of a simulation: seasons, and the weeks in which the shop has a sale. */
public final class ShopCalendar {

    /** The first day. */
    public static final LocalDate START = LocalDate.of(2025, 7, 1);

    private static final double[] SEASON = {0.85, 0.85, 0.95, 1.0, 1.0, 0.95, 0.9, 0.9, 0.95, 1.0, 1.25, 1.5};
    private static final int WEEKS_BETWEEN_SALES = 6;

    private ShopCalendar() {}

    static LocalDate date(int day) {
        return START.plusDays(day);
    }

    /** How much more is bought in a month of the year than on average. */
    static double season(int month) {
        return SEASON[month - 1];
    }

    /** Whether the shop has a sale: one week in six. */
    static boolean sale(int day) {
        return day / 7 % WEEKS_BETWEEN_SALES == 0;
    }

    /** A moment, by the day and seconds after midnight (UTC). */
    static Instant moment(int day, long second) {
        return date(day).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second);
    }

    /** The moment at which a day begins (UTC). */
    public static Instant begin(int day) {
        return moment(day, 0);
    }
}
