package io.zugabe.recommendation.placements;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.decision.RecommendationReason;
import io.zugabe.recommendation.decision.domain.Placement;
import jakarta.inject.Singleton;
import java.util.Map;

/** Replaces the rules of a placement. */
@Singleton
public class UpdatePlacement {

    private final PlacementStore store;
    private final MerchandiseModels models;

    public UpdatePlacement(PlacementStore store, MerchandiseModels models) {
        this.store = store;
        this.models = models;
    }

    /**
     * The rules that are in force then, here at once; fails if they were changed since they were read.
     *
     * @param expected version of the rules that were read; 0 for the defaults
     */
    public Uni<StoredRules> update(Placement placement, long expected, byte[] message, String author, String note) {
        return store.replace(placement, expected, message, author, note)
                .map(stored -> stored.orElseThrow(() -> ZugabeException.of(
                        RecommendationReason.PLACEMENT_CHANGED,
                        "the rules of " + placement + " are no longer those with etag \"" + expected
                                + "\"; read them again, then write",
                        Map.of("placement", placement.name()))))
                .call(models::load);
    }
}
