package io.zugabe.recommendation.feedback;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;

/** Whoever decides about what customers say does not fit. */
public interface MisfitDisputes {

    /**
     * Reports that an offer does not fit its anchor; the pair is blocked when this is done. The same report again counts
     * once.
     *
     * @param report identifies it
     * @return the dispute's id; empty if the catalog has one of the products no longer
     */
    Uni<String> report(TrackedOffer offer, String report);
}
