package io.zugabe.recommendation.insight.domain;

/** An offer: a product that a decision offered. */
public record OfferKey(String decision, String product) implements Comparable<OfferKey> {

    @Override
    public int compareTo(OfferKey other) {
        int byDecision = decision.compareTo(other.decision);
        return byDecision != 0 ? byDecision : product.compareTo(other.product);
    }
}
