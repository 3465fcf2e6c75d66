package io.zugabe.segmentation.returns.domain;

/** Probabilities and their logits. */
final class Logits {

    private Logits() {}

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** −ln of the probability of an outcome in [0, 1], in nats; without overflow. */
    static double loss(double outcome, double logit) {
        return Math.max(logit, 0) - outcome * logit + Math.log1p(Math.exp(-Math.abs(logit)));
    }
}
