package io.zugabe.recommendation.feedback.domain;

import io.zugabe.recommendation.incentives.domain.Promise;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer of a decision, with all that is needed to say what became of it.
 *
 * @param decision a UUID of version 7: it tells when the decision was made
 * @param customer empty if unknown; at least one of customer and visitor is known
 * @param visitor empty if unknown
 * @param session empty if unknown
 * @param preview the decision is to leave no trace
 * @param placement where it was made ("CART")
 * @param promise what comes with it, or that deliberately nothing does; empty for most offers
 */
public record TrackedOffer(
        UUID decision,
        String customer,
        String visitor,
        String session,
        boolean preview,
        String placement,
        String product,
        OfferOrigin origin,
        Optional<Promise> promise) {

    /** An offer that nothing comes with. */
    public TrackedOffer(
            UUID decision,
            String customer,
            String visitor,
            String session,
            boolean preview,
            String placement,
            String product,
            OfferOrigin origin) {
        this(decision, customer, visitor, session, preview, placement, product, origin, Optional.empty());
    }

    private static final int TIME_BITS = 16;

    /** Whom it was made to: "c:" and the customer's id, or "v:" and the visitor's. */
    public String subject() {
        return customer.isEmpty() ? "v:" + visitor : "c:" + customer;
    }

    /** When the offer was made. */
    public Instant time() {
        return Instant.ofEpochMilli(decision.getMostSignificantBits() >>> TIME_BITS);
    }
}
