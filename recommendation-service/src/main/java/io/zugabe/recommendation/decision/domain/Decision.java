package io.zugabe.recommendation.decision.domain;

import java.util.List;
import java.util.Optional;

/**
 * What is offered, or why nothing is, and how that came about.
 *
 * @param offers best first
 * @param silence present if and only if there are no offers
 * @param unknown products of the request that the catalog does not know
 * @param stages in order
 */
public record Decision(List<Offer> offers, Optional<Silence> silence, List<String> unknown, List<StageTrace> stages) {

    public Decision {
        offers = List.copyOf(offers);
        unknown = List.copyOf(unknown);
        stages = List.copyOf(stages);
    }
}
