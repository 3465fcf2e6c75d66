package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.experiments.domain.AppliedArm;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param campaigns the sides of campaigns with a control group that the customer is on, as arms named "campaign" and "control"
 * @param stages in order
 * @param shippingGap empty where nothing is missing to free shipping
 */
public record Decision(
        List<Offer> offers,
        Optional<Silence> silence,
        Optional<Instant> quietUntil,
        List<String> advice,
        List<String> unknown,
        List<AppliedArm> campaigns,
        List<StageTrace> stages,
        Optional<ShippingGap> shippingGap) {

    public Decision {
        offers = List.copyOf(offers);
        advice = List.copyOf(advice);
        unknown = List.copyOf(unknown);
        campaigns = List.copyOf(campaigns);
        stages = List.copyOf(stages);
    }

    /** All offers of the answer: those of the list, then those that fill the gap to free shipping. */
    public List<Offer> told() {
        if (shippingGap.isEmpty() || shippingGap.get().offers().isEmpty()) {
            return offers;
        }
        List<Offer> all = new ArrayList<>(offers);
        all.addAll(shippingGap.get().offers());
        return all;
    }

    /** Whether anything is offered that is expected to bring something in: a sample alone is not. */
    public boolean pays() {
        return offers.stream().anyMatch(offer -> offer.kind() != OfferKind.SAMPLE);
    }
}
