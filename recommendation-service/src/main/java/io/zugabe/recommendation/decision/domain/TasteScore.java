package io.zugabe.recommendation.decision.domain;

import java.util.Map;

/**
 * How much a basket lacks a product, as learned from orders.
 *
 * @param score above 0; with EASE^R an estimate of the share of such baskets that hold it
 * @param repeat of that, for purchases of it before
 * @param share of all orders that hold it, in [0, 1]
 * @param model version of what was learned
 */
record TasteScore(double score, double repeat, double share, String model) {

    Map<String, Double> numbers() {
        return Map.of("taste_score", score, "taste_repeat", repeat, "orders_share", share);
    }
}
