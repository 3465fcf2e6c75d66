package io.zugabe.recommendation.decision.domain;

import java.util.Map;

/**
 * How many of the visits most like this one looked at a product.
 *
 * @param visits number of those visits that did
 * @param neighbours number of the visits most like this one that looked at something new to it, 1 or more
 * @param score by which it was chosen; to compare products of one decision by
 */
record SimilarVisits(int visits, int neighbours, double score) {

    /** The share of the visits most like this one that looked at it, in [0, 1]. */
    double share() {
        return (double) visits / neighbours;
    }

    Map<String, Double> numbers() {
        return Map.of("visits", (double) visits, "neighbours", (double) neighbours, "session_score", score);
    }
}
