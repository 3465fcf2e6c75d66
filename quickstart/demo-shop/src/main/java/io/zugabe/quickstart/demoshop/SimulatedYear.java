package io.zugabe.quickstart.demoshop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The simulated year: the 365 days before its end. What people do is drawn without it; it only says on which day, so that
 * shifting the end changes times and nothing else.
 */
final class SimulatedYear {

    static final int DAYS = 365;

    private static final List<Double> ANY_TIME = Collections.nCopies(12, 1.0);

    private final LocalDate firstDay;
    private final Instant end;

    SimulatedYear(Instant end) {
        this.end = end;
        this.firstDay = LocalDate.ofInstant(end.minus(DAYS, ChronoUnit.DAYS), ZoneOffset.UTC);
    }

    Instant end() {
        return end;
    }

    /** Midnight (UTC) of a day of the year; day 0 is the first. */
    Instant midnight(int day) {
        return firstDay.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The day before which this share of a year's purchases lie, all months being alike. */
    int day(double share) {
        return day(share, ANY_TIME);
    }

    /** The day before which this share of a season's purchases lie. */
    int day(double share, List<Double> season) {
        double[] sums = new double[DAYS];
        double sum = 0;
        for (int day = 0; day < DAYS; day++) {
            sum += season.get(firstDay.plusDays(day).getMonthValue() - 1);
            sums[day] = sum;
        }
        int found = Arrays.binarySearch(sums, share * sum);
        return Math.min(DAYS - 1, found < 0 ? -found - 1 : found);
    }
}
