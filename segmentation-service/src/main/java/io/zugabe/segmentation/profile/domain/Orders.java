package io.zugabe.segmentation.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When was ordered, and what the latest orders came to.
 *
 * @param first null if there is none
 * @param last null if there is none
 * @param latest by the event's id
 */
public record Orders(@Nullable Instant first, @Nullable Instant last, LatestEntries<Order> latest) {

    static Orders none(Limits limits) {
        return new Orders(null, null, LatestEntries.none(limits.orders()));
    }

    static Orders of(Stamp stamp, Order order, Limits limits) {
        LatestEntries<Order> none = LatestEntries.none(limits.orders());
        return new Orders(stamp.time(), stamp.time(), none.with(stamp.eventId(), stamp, order));
    }

    Orders merge(Orders other) {
        return new Orders(Sums.earlier(first, other.first), Sums.later(last, other.last), latest.merge(other.latest));
    }
}
