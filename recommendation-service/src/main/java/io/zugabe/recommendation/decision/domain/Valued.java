package io.zugabe.recommendation.decision.domain;

import java.util.Map;

/** A candidate with what offering it is expected to bring. */
record Valued(Candidate candidate, Terms terms, double key) {

    /**
     * The terms of the value, in the shop's currency where they are money.
     *
     * @param acceptance P(accept) of the offer, in [0, 1]
     * @param margin of one unit
     * @param returnRate expected share that comes back, in [0, 1]
     * @param returnCost expected cost of that, per unit
     * @param confidence highest share of an anchor's baskets that had the candidate and kept both
     * @param popularity number of baskets in which the candidate stayed
     */
    record Terms(
            double acceptance,
            double margin,
            double returnRate,
            double returnCost,
            double confidence,
            double popularity) {

        /** Expected incremental profit. */
        double value() {
            return acceptance * (margin - returnCost);
        }

        Map<String, Double> numbers() {
            return Map.of(
                    "p_accept", acceptance,
                    "margin", margin,
                    "return_rate", returnRate,
                    "expected_return_cost", returnCost,
                    "confidence", confidence,
                    "popularity", popularity,
                    "value", value());
        }
    }
}
