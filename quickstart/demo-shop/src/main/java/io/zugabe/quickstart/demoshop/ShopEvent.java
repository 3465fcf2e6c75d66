package io.zugabe.quickstart.demoshop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened in the shop.
 *
 * @param id names customer, mission and step, never the time: the same whenever the simulated year ends
 * @param time when it happened, whole seconds
 * @param customer the customer's id
 * @param session the visit; empty if it was none
 * @param channel {@code web}, {@code app} or {@code phone}
 * @param what what happened
 */
public record ShopEvent(String id, Instant time, String customer, String session, String channel, What what) {

    /**
     * A line of a cart or an order.
     *
     * @param product the product's id
     * @param quantity units, at least 1
     * @param price euro cents of one unit before discount
     * @param cost euro cents of one unit
     * @param discount euro cents off one unit
     * @param category path joined by {@code " > "}
     */
    public record Item(String product, int quantity, long price, long cost, long discount, String category) {}

    /** What happened, in GA4's words where it has them. */
    public sealed interface What {}

    /** A product page was looked at. */
    public record ViewItem(Item item) implements What {}

    /** The shop was searched. */
    public record Search(String term) implements What {}

    /** A product was put in the cart. */
    public record AddToCart(Item item) implements What {}

    /** A product was taken out of the cart. */
    public record RemoveFromCart(Item item) implements What {}

    /** Checkout was started. */
    public record BeginCheckout(List<Item> items) implements What {}

    /** An order was placed; the promotion is empty without a coupon. */
    public record Purchase(String order, List<Item> items, String promotion) implements What {}

    /** Things came back. */
    public record Refund(String order, List<Item> items, Reason reason, String comment) implements What {}

    /** A service case began. */
    public record CaseOpened(String caseId, String topic) implements What {}

    /** A service case was solved, at this cost in euro cents. */
    public record CaseResolved(String caseId, long cost, Duration effort, boolean interest) implements What {}

    /** A coupon was redeemed, worth so many euro cents. */
    public record PromotionRedeemed(String promotion, long value) implements What {}

    /** The newsletter was subscribed to or not any more. */
    public record NewsletterChanged(boolean subscribed) implements What {}

    /** A membership began or ended. */
    public record MembershipChanged(boolean subscribed) implements What {}

    /** A product was reviewed with 1 to 5 stars. */
    public record Review(String product, int rating, String text) implements What {}

    /** A consent was given or withdrawn. */
    public record ConsentChanged(String purpose, boolean granted) implements What {}

    /** Traits became known. */
    public record TraitsChanged(Map<String, String> traits) implements What {}

    /** Why something came back. */
    public enum Reason {
        /** Changed their mind. */
        NOT_WANTED,
        /** Does not fit what it was bought for. */
        DOES_NOT_FIT,
        /** Broken. */
        DEFECTIVE,
        /** Not as described. */
        NOT_AS_DESCRIBED,
        /** Came too late. */
        LATE,
        /** Anything else. */
        OTHER
    }
}
