package io.zugabe.bench.simulation;

import java.time.Instant;
import java.util.List;

/**
 * Something that a shop sees. Amounts are in cents. This is all that the engine gets; what a shopper is
 * like stands in {@link Shopper}, which it does not get.
 */
public sealed interface ShopEvent {

    /** Unique within a simulation. */
    String id();

    /** When it happened. */
    Instant time();

    /** Product pages were looked at. */
    record Viewed(String id, Instant time, List<String> products) implements ShopEvent {}

    /** Products were put in the cart. */
    record CartFilled(String id, Instant time, List<String> products) implements ShopEvent {}

    /** An order was placed. */
    record Purchased(String id, Instant time, String order, List<Line> lines) implements ShopEvent {}

    /** Products came back. */
    record Returned(String id, Instant time, String order, List<Line> lines) implements ShopEvent {}

    /** A service case was opened. */
    record CaseOpened(String id, Instant time, String caseId) implements ShopEvent {}

    /** A service case was solved; {@code cost} in cents. */
    record CaseResolved(String id, Instant time, String caseId, long cost) implements ShopEvent {}

    /** The newsletter was subscribed or unsubscribed. */
    record NewsletterChanged(String id, Instant time, boolean subscribed) implements ShopEvent {}

    /** An offer was shown on a page. */
    record OfferShown(String id, Instant time, String product) implements ShopEvent {}

    /** It was clicked. */
    record OfferClicked(String id, Instant time, String product) implements ShopEvent {}

    /** It was dismissed. */
    record OfferDismissed(String id, Instant time, String product) implements ShopEvent {}

    /**
     * A unit in an order or return.
     *
     * @param price before discount
     * @param discount in [0, price]
     * @param cost to the shop
     */
    record Line(String product, Category category, long price, long discount, long cost) {

        /** What the customer paid. */
        public long paid() {
            return price - discount;
        }
    }
}
