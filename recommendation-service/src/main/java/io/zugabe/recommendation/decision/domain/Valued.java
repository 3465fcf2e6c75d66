package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.insight.domain.Acceptance;
import java.util.Map;

/** A candidate with what offering it is expected to bring. */
record Valued(Candidate candidate, Terms terms, double key) {

    /** The same, ranked higher. */
    Valued lifted(double higher) {
        return new Valued(candidate, terms, higher);
    }

    /**
     * The terms of the value, in the shop's currency where they are money.
     *
     * @param acceptance P(accept) of the offer, in [0, 1]
     * @param margin of one unit
     * @param returnRate expected share that comes back, in [0, 1]
     * @param returnCost expected cost of that, per unit
     * @param attention expected cost of showing it to somebody who does not want it
     * @param confidence highest share of an anchor's baskets that had the candidate and kept both
     * @param popularity number of baskets in which the candidate stayed
     * @param estimate how acceptance follows from what was expected and what became of such offers
     */
    record Terms(
            double acceptance,
            double margin,
            double returnRate,
            double returnCost,
            double attention,
            double confidence,
            double popularity,
            Acceptance.Estimate estimate) {

        /** Expected incremental profit. */
        double value() {
            return acceptance * (margin - returnCost) - attention;
        }

        Map<String, Double> numbers() {
            return Map.ofEntries(
                    Map.entry("p_expected", estimate.expected()),
                    Map.entry("calibration", estimate.ratio()),
                    Map.entry("views", (double) estimate.shown()),
                    Map.entry("taken", (double) estimate.kept()),
                    Map.entry("p_accept", acceptance),
                    Map.entry("margin", margin),
                    Map.entry("return_rate", returnRate),
                    Map.entry("expected_return_cost", returnCost),
                    Map.entry("expected_attention_cost", attention),
                    Map.entry("confidence", confidence),
                    Map.entry("popularity", popularity),
                    Map.entry("value", value()));
        }
    }
}
