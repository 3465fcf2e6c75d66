package io.zugabe.segmentation.feature.domain;

import io.zugabe.segmentation.profile.domain.Counts;
import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Month;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A profile looked at, at a time. Windows are of whole calendar days and months (UTC), the present one
 * included, so that they can be read from what a profile holds: up to 92 days and 24 months.
 */
final class Reading {

    private static final double STEPS_PER_UNIT = 10_000;
    private static final double SECONDS_PER_DAY = 86_400;

    private final Profile profile;
    private final Instant now;
    private final LocalDate today;

    Reading(Profile profile, Instant now) {
        this.profile = profile;
        this.now = now;
        this.today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    Profile profile() {
        return profile;
    }

    LocalDate today() {
        return today;
    }

    /** The sum over all time, money in units of the currency. */
    double always(Measure measure) {
        return amount(measure, profile.counts().get(measure));
    }

    /** The sum over the latest days. */
    double days(Measure measure, int number) {
        return sum(measure, latestDays(number));
    }

    /** Number of the latest days on which anything that is counted happened. */
    int activeDays(int number) {
        return latestDays(number).size();
    }

    private Collection<Counts> latestDays(int number) {
        return profile.days().headMap(today.minusDays(number)).values();
    }

    /** The sum over the latest months. */
    double months(Measure measure, int number) {
        return sum(measure, latestMonths(number).stream().map(Month::counts).toList());
    }

    /** The categories bought from in the latest months. */
    Set<String> categories(int number) {
        Set<String> categories = new TreeSet<>();
        latestMonths(number).forEach(month -> categories.addAll(month.categories()));
        return categories;
    }

    private Collection<Month> latestMonths(int number) {
        return profile.months()
                .headMap(YearMonth.from(today).minusMonths(number))
                .values();
    }

    private static double sum(Measure measure, Collection<Counts> periods) {
        long sum = 0;
        for (Counts counts : periods) {
            long next = sum + counts.get(measure);
            sum = next < 0 ? Long.MAX_VALUE : next;
        }
        return amount(measure, sum);
    }

    /** The sum over the days held, each halved for every half-life that has passed since. */
    double decayed(Measure measure, double halfLifeDays) {
        double sum = 0;
        for (var day : profile.days().entrySet()) {
            double age = Math.max(0, today.toEpochDay() - day.getKey().toEpochDay());
            sum += day.getValue().get(measure) * Math.pow(0.5, age / halfLifeDays);
        }
        return sum;
    }

    /** Days since a time, 0 or more; empty if there is none. */
    OptionalDouble daysSince(@Nullable Instant time) {
        return time == null ? OptionalDouble.empty() : OptionalDouble.of(secondsSince(time) / SECONDS_PER_DAY);
    }

    private double secondsSince(Instant time) {
        return Math.max(0, Duration.between(time, now).toMillis() / 1_000.0);
    }

    /** A share; empty if there is no whole. */
    static OptionalDouble share(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }

    /** An amount in units of the currency. */
    static double money(long amount) {
        return amount / STEPS_PER_UNIT;
    }

    private static double amount(Measure measure, long sum) {
        return switch (measure.unit()) {
            case MONEY -> money(sum);
            case EVENTS, UNITS -> sum;
        };
    }

    static Optional<FeatureValue> number(OptionalDouble value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(new FeatureValue.Number(value.getAsDouble()));
    }
}
