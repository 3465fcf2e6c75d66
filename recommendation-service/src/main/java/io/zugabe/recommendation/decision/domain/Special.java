package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.LargerPack;
import io.zugabe.recommendation.replica.domain.FitMatch;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.util.List;
import java.util.Optional;

/**
 * An offer that complements nothing, so that it is not ranked among complements: an upgrade, a bundle, a sample.
 *
 * @param product what is offered; of a bundle the product that it starts from
 * @param anchor what it starts from
 * @param fit how it goes with something else that is bought or owned, if it has to
 * @param adds what it adds to what the customer pays, in micros
 * @param acceptance P(accept) that is assumed; 0 for a sample, which nobody has to accept
 * @param value expected incremental profit; of a sample its cost, below 0
 */
record Special(
        Product product,
        OfferKind kind,
        Product anchor,
        Optional<FitMatch> fit,
        long adds,
        double acceptance,
        double value,
        Why why) {

    /** The need that it serves. No complement serves it. */
    String need() {
        return switch (why) {
            case Why.Better ignored -> "instead_of/" + anchor.id();
            case Why.Larger ignored -> "instead_of/" + anchor.id();
            case Why.Together together -> "bundle/" + together.relation().id();
            case Why.Sampled sampled -> "sample/" + sampled.relation().needFor(product);
        };
    }

    /** Where it came from. */
    String code() {
        return switch (why) {
            case Why.Better better -> better.relation().isPresent() ? "curated_upgrade" : "upgrade";
            case Why.Larger ignored -> "pack";
            case Why.Together ignored -> "bundle";
            case Why.Sampled ignored -> "sample";
        };
    }

    /** Why it is offered. */
    sealed interface Why {

        /** It is better: as a person says, or in traits that were compared. */
        record Better(Optional<Relation> relation) implements Why {}

        /** It is more of the same. */
        record Larger(LargerPack pack) implements Why {}

        /**
         * It saves to buy these together.
         *
         * @param list what they cost one by one, in micros
         */
        record Together(Relation relation, List<Product> parts, long list) implements Why {}

        /** It comes with the order. */
        record Sampled(Relation relation) implements Why {}
    }
}
