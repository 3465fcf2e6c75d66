package io.zugabe.recommendation.customer.domain;

import io.zugabe.recommendation.replenishment.domain.DueProduct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the log says about a customer, as far as decisions read it.
 *
 * @param version 0 if nothing is known
 * @param openCase whether a service case is open
 * @param caseResolved whether a case was ever solved
 * @param interest whether interest in an offer was signalled with the latest solved case
 * @param consents by purpose
 * @param owned what was bought and kept, latest first
 * @param recent what was looked at or put in the cart, latest first
 * @param cartFilled when the latest product that lies in the cart was put there or looked at; empty if none does
 * @param dueProducts what the customer will need again, soonest first
 * @param segments that the customer is in
 * @param treatment whether and how offers may be made
 * @param member whether a membership is active
 */
public record CustomerProfile(
        long version,
        boolean openCase,
        boolean caseResolved,
        boolean interest,
        Map<String, Boolean> consents,
        List<Owned> owned,
        List<Recent> recent,
        Optional<Instant> cartFilled,
        List<DueProduct> dueProducts,
        Set<String> segments,
        CustomerTreatment treatment,
        boolean member) {

    /** A customer who is no member. */
    public CustomerProfile(
            long version,
            boolean openCase,
            boolean caseResolved,
            boolean interest,
            Map<String, Boolean> consents,
            List<Owned> owned,
            List<Recent> recent,
            Optional<Instant> cartFilled,
            List<DueProduct> dueProducts,
            Set<String> segments,
            CustomerTreatment treatment) {
        this(
                version,
                openCase,
                caseResolved,
                interest,
                consents,
                owned,
                recent,
                cartFilled,
                dueProducts,
                segments,
                treatment,
                false);
    }

    /** Nothing known. */
    public static final CustomerProfile EMPTY = new CustomerProfile(
            0,
            false,
            false,
            false,
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Set.of(),
            CustomerTreatment.UNKNOWN);

    public CustomerProfile {
        consents = Map.copyOf(consents);
        owned = List.copyOf(owned);
        recent = List.copyOf(recent);
        dueProducts = List.copyOf(dueProducts);
        segments = Set.copyOf(segments);
    }

    /** The same without what a decision for anybody would not know. */
    public CustomerProfile anonymous() {
        return new CustomerProfile(
                version,
                openCase,
                caseResolved,
                interest,
                consents,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Set.of(),
                treatment);
    }

    /** The same with other consents, and other channels that the treatment allows. */
    public CustomerProfile reachedBy(Map<String, Boolean> consented, Set<String> channels) {
        return new CustomerProfile(
                version,
                openCase,
                caseResolved,
                interest,
                consented,
                owned,
                recent,
                cartFilled,
                dueProducts,
                segments,
                treatment.withChannels(channels),
                member);
    }

    /**
     * A product that was bought and not sent back.
     *
     * @param time when it was last bought
     * @param orders number of orders with it
     */
    public record Owned(String productId, Instant time, long orders) {}

    /** The products of {@link #recent()} from a moment on, latest first. */
    public List<String> recentSince(Instant time) {
        return recent.stream()
                .filter(entry -> !entry.time().isBefore(time))
                .map(Recent::productId)
                .toList();
    }

    /** A product that was looked at or put in the cart; when last. */
    public record Recent(String productId, Instant time) {}
}
