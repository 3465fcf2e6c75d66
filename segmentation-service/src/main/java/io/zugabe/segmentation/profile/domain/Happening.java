package io.zugabe.segmentation.profile.domain;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened, reduced to what profiles are built from. Amounts are in 1/10,000 of the shop's currency. */
public sealed interface Happening {

    /** Product pages were looked at. */
    record Viewed(List<String> products) implements Happening {}

    /** The shop was searched. */
    record Searched() implements Happening {}

    /** Products were put in the cart. */
    record CartFilled(List<String> products) implements Happening {}

    /** Products were taken out of the cart. */
    record CartEmptied(List<String> products) implements Happening {}

    /** Checkout was started. */
    record CheckoutBegun() implements Happening {}

    /** An order was placed. */
    record Purchased(List<Line> lines) implements Happening {

        /** The categories of its lines, as far as known. */
        SortedSet<String> categories() {
            return lines.stream()
                    .map(Line::category)
                    .filter(category -> !category.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Products came back. */
    record Returned(ReturnCause cause, List<Line> lines) implements Happening {}

    /** A service case began. */
    record CaseOpened(String caseId) implements Happening {}

    /** A service case was solved. */
    record CaseResolved(String caseId, long cost, boolean interest) implements Happening {}

    /** A promotion was redeemed. */
    record PromotionRedeemed() implements Happening {}

    /** The newsletter was subscribed or unsubscribed. */
    record NewsletterChanged(boolean subscribed) implements Happening {}

    /** A membership was begun or ended. */
    record MembershipChanged(boolean active) implements Happening {}

    /** A product was reviewed. */
    record Reviewed() implements Happening {}

    /** Consent was given or withdrawn. */
    record ConsentChanged(String purpose, boolean granted) implements Happening {}

    /** A visitor turned out to be the event's customer. */
    record IdentityLinked(String visitor) implements Happening {}

    /** Another customer turned out to be the event's customer. */
    record CustomersMerged(String merged) implements Happening {}

    /** Offers were seen. */
    record OffersShown(List<String> products) implements Happening {}

    /** An offer was clicked. */
    record OfferClicked(List<String> products) implements Happening {}

    /** An offered product was put in the cart. */
    record OfferAdded(List<String> products) implements Happening {}

    /** An offer was dismissed. */
    record OfferDismissed(List<String> products) implements Happening {}

    /** Others were erased: nothing that a profile is made of. */
    record SubjectsErased() implements Happening {}

    /** Traits from outside changed, or a survey was answered. */
    record TraitsChanged(Map<String, TraitValue> traits) implements Happening {}

    /**
     * A line of an order or return.
     *
     * @param quantity 1 or more
     * @param price of one unit before discount; 0 if unknown
     * @param discount on one unit, in [0, price]
     * @param cost of one unit; null if unknown
     * @param category empty if unknown
     */
    record Line(
            String product,
            long quantity,
            long price,
            long discount,
            @Nullable Long cost,
            String category) {

        long gross() {
            return price * quantity;
        }

        long reduction() {
            return discount * quantity;
        }

        long paid() {
            return (price - discount) * quantity;
        }

        long knownCost() {
            return cost == null ? 0 : cost * quantity;
        }
    }
}
