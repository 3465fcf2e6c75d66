package io.zugabe.segmentation.profile.domain;

import io.zugabe.segmentation.log.domain.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a set of events says about one customer or visitor. Profiles form a commutative monoid:
 * {@link #merge} is associative and commutative, {@link #empty} is its neutral element, and an event
 * is a small profile ({@link Contribution}). So the order in which events arrive does not matter, and
 * two profiles of the same person can be put together. Each event must enter once.
 *
 * @param firstEvent null if there is no event
 * @param lastEvent null if there is no event
 * @param counts over all time
 * @param months latest first; those with any event that is counted
 * @param days latest first (UTC); those with any event that is counted
 * @param products by id, in {@link ProductOrder#BY_HASH}
 * @param categories bought from or returned to, by name
 * @param recent products looked at or put in the cart
 * @param cart whether a product lies in the cart, by its latest cart change or purchase
 * @param channels number of events by channel
 */
public record Profile(
        Subject subject,
        Limits limits,
        @Nullable Instant firstEvent,
        @Nullable Instant lastEvent,
        Counts counts,
        SortedMap<YearMonth, Month> months,
        SortedMap<LocalDate, Counts> days,
        Orders orders,
        SortedMap<String, Product> products,
        SortedMap<String, CategorySum> categories,
        LatestEntries<Boolean> recent,
        LatestEntries<Boolean> cart,
        ServiceRecord service,
        OfferRecord offers,
        SortedMap<String, Long> channels,
        Statements statements) {

    /** The order of months: latest first. */
    public static final Comparator<YearMonth> LATEST_FIRST = Comparator.reverseOrder();

    /** The order of days: latest first. */
    public static final Comparator<LocalDate> LATEST_DAY_FIRST = Comparator.reverseOrder();

    /** The profile of no events. */
    public static Profile empty(Subject subject, Limits limits) {
        return new Profile(
                subject,
                limits,
                null,
                null,
                Counts.NONE,
                new TreeMap<>(LATEST_FIRST),
                new TreeMap<>(LATEST_DAY_FIRST),
                Orders.none(limits),
                new TreeMap<>(ProductOrder.BY_HASH),
                new TreeMap<>(),
                LatestEntries.none(limits.recentProducts()),
                LatestEntries.none(limits.recentProducts()),
                ServiceRecord.none(limits),
                OfferRecord.none(limits),
                new TreeMap<>(),
                Statements.NONE);
    }

    /** This profile with one more event. */
    public Profile with(CustomerEvent event) {
        return merge(Contribution.of(event, limits));
    }

    /** Times offers were shown after the day of the latest sign of interest, within the days held. */
    public long shownWithoutInterest() {
        Instant interest = offers.lastInterest();
        SortedMap<LocalDate, Counts> after = interest == null ? days : days.headMap(day(interest));
        return after.values().stream()
                .mapToLong(counts -> counts.get(Measure.OFFERS_SHOWN))
                .reduce(0, Sums::sum);
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The profile of the events of both; keeps this subject. */
    public Profile merge(Profile other) {
        return new Profile(
                subject,
                limits,
                Sums.earlier(firstEvent, other.firstEvent),
                Sums.later(lastEvent, other.lastEvent),
                counts.plus(other.counts),
                Sums.firstKeys(months, other.months, (a, b) -> a.merge(b, limits), limits.months()),
                Sums.firstKeys(days, other.days, Counts::plus, limits.days()),
                orders.merge(other.orders),
                Sums.firstKeys(products, other.products, Product::merge, limits.products()),
                Sums.firstKeys(categories, other.categories, CategorySum::merge, limits.categories()),
                recent.merge(other.recent),
                cart.merge(other.cart),
                service.merge(other.service),
                offers.merge(other.offers),
                Sums.firstKeys(channels, other.channels, Sums::sum, limits.channels()),
                statements.merge(other.statements, limits));
    }
}
