package io.zugabe.recommendation.insight.domain;

/**
 * A product of an order with what is made of it.
 *
 * @param decision whose offer of the product it is attributed to; empty if none
 * @param returned whether all its units came back
 */
public record KeptLine(BoughtLine line, String decision, boolean returned) {

    static KeptLine unsettled(BoughtLine line) {
        return new KeptLine(line, "", false);
    }

    KeptLine with(BoughtLine more) {
        return new KeptLine(line.with(more), decision, returned);
    }

    OfferKey offer() {
        return new OfferKey(decision, line.key().product());
    }
}
