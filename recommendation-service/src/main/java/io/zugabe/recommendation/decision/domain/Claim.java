package io.zugabe.recommendation.decision.domain;

import java.util.Map;

/**
 * What was counted or learned that speaks for a candidate, where it comes from a source of its own. Its sentence is made
 * only when an offer is sent.
 */
interface Claim {

    /** Where the candidate comes from, as traces call it. */
    String code();

    /**
     * P(accept) that is assumed before anything was counted of this offer, in [0, 1].
     *
     * @param affordability how well the price goes with the anchor's, in (0, 1]; 1 without an anchor
     */
    double assumed(double affordability, Settings settings);

    /** Whether all anchors of a candidate with such claims are one chance: they rest on the same purchases. */
    default boolean isOneChance() {
        return false;
    }

    /** The numbers behind it, for traces. */
    Map<String, Double> numbers();

    /** The reason to show, in a language. */
    Offer.Reason reason(String locale);
}
