package io.zugabe.recommendation.insight;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.decision.RecommendationReason;
import io.zugabe.recommendation.insight.RetirementArchive.Retired;
import jakarta.inject.Singleton;
import java.util.Map;

/** Makes a retired offer again. */
@Singleton
public class ReinstateOffer {

    private final RetirementArchive retirements;

    public ReinstateOffer(RetirementArchive retirements) {
        this.retirements = retirements;
    }

    /** The offer as it is now; fails if it is not retired. */
    public Uni<Retired> reinstate(String product, String placement, String anchorType, String actor) {
        return retirements
                .reinstate(product, placement, anchorType, actor)
                .map(found -> found.orElseThrow(() -> ZugabeException.of(
                        RecommendationReason.RETIREMENT_NOT_FOUND,
                        "no offer of \"" + product + "\" at " + placement + " for \"" + anchorType + "\" is retired",
                        Map.of("product_id", product, "placement", placement, "anchor_type", anchorType))));
    }
}
