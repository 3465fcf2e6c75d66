package io.zugabe.recommendation.decision.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is offered, or why nothing is, and how that came about.
 *
 * @param offers best first
 * @param silence present if and only if there are no offers
 * @param quietUntil with silence: when it makes sense to ask again; empty if nobody knows
 * @param advice codes of what to show the customer before the offers, or where there are none, sorted
 * @param unknown products of the request that the catalog does not know
 * @param stages in order
 */
public record Decision(
        List<Offer> offers,
        Optional<Silence> silence,
        Optional<Instant> quietUntil,
        List<String> advice,
        List<String> unknown,
        List<StageTrace> stages) {

    public Decision {
        offers = List.copyOf(offers);
        advice = List.copyOf(advice);
        unknown = List.copyOf(unknown);
        stages = List.copyOf(stages);
    }
}
