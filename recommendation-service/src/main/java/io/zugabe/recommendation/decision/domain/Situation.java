package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.complements.domain.Habits;
import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.sessions.domain.SessionModel;
import java.time.Instant;

/**
 * What all stages of one decision share.
 *
 * @param time the time to decide for
 * @param seed decides between candidates that are equal in everything else
 */
record Situation(
        OfferRequest request,
        Customer customer,
        Snapshot snapshot,
        Products products,
        Ranking ranking,
        Instant time,
        long seed) {

    CatalogSnapshot catalog() {
        return snapshot.catalog();
    }

    BasketModel baskets() {
        return snapshot.baskets();
    }

    Habits habits() {
        return snapshot.learned().habits();
    }

    SessionModel sessions() {
        return snapshot.sessions();
    }

    /** Whether cross-selling has to wait for the customer to put something in the cart. */
    boolean waitsForTrigger() {
        return Policy.waitsForTrigger(request, customer.profile(), time);
    }

    /** What the merchandiser has set for the placement. */
    PlacementRules rules() {
        return snapshot.merchandise().at(placement());
    }

    /** The number of offers wanted, at most what the placement's rules say. */
    int limit() {
        int most = rules().maxOffers();
        return request.maxOffers() == 0 ? most : Math.min(request.maxOffers(), most);
    }

    Placement placement() {
        return request.placement();
    }
}
