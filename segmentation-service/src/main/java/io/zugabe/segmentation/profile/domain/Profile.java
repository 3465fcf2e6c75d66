package io.zugabe.segmentation.profile.domain;

import io.zugabe.segmentation.log.domain.Subject;
import java.time.Instant;
import java.time.YearMonth;
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
 * @param months latest first
 * @param products by id, in {@link ProductOrder#BY_HASH}
 * @param recent products looked at or put in the cart
 * @param cart whether a product lies in the cart, by its latest cart change or purchase
 */
public record Profile(
        Subject subject,
        Limits limits,
        @Nullable Instant firstEvent,
        @Nullable Instant lastEvent,
        Activity activity,
        Trade trade,
        SortedMap<YearMonth, Month> months,
        SortedMap<String, Product> products,
        LatestEntries<Boolean> recent,
        LatestEntries<Boolean> cart,
        ServiceRecord service,
        Statements statements) {

    /** The order of months: latest first. */
    public static final Comparator<YearMonth> LATEST_FIRST = Comparator.reverseOrder();

    /** The profile of no events. */
    public static Profile empty(Subject subject, Limits limits) {
        return new Profile(
                subject,
                limits,
                null,
                null,
                Activity.NONE,
                Trade.NONE,
                new TreeMap<>(LATEST_FIRST),
                new TreeMap<>(ProductOrder.BY_HASH),
                LatestEntries.none(limits.recentProducts()),
                LatestEntries.none(limits.recentProducts()),
                ServiceRecord.none(limits),
                Statements.NONE);
    }

    /** This profile with one more event. */
    public Profile with(CustomerEvent event) {
        return merge(Contribution.of(event, limits));
    }

    /** The profile of the events of both; keeps this subject. */
    public Profile merge(Profile other) {
        return new Profile(
                subject,
                limits,
                Sums.earlier(firstEvent, other.firstEvent),
                Sums.later(lastEvent, other.lastEvent),
                activity.merge(other.activity),
                trade.merge(other.trade, limits),
                Sums.firstKeys(months, other.months, (a, b) -> a.merge(b, limits), limits.months()),
                Sums.firstKeys(products, other.products, Product::merge, limits.products()),
                recent.merge(other.recent),
                cart.merge(other.cart),
                service.merge(other.service),
                statements.merge(other.statements, limits));
    }
}
