package io.zugabe.recommendation.insight.domain;

/**
 * An offer with what came of it.
 *
 * @param bought number of lines of orders that are attributed to it
 * @param returned of those, returned in full
 */
public record KeptOffer(MadeOffer offer, int bought, int returned) {

    KeptOffer with(MadeOffer more) {
        return new KeptOffer(offer.with(more), bought, returned);
    }

    KeptOffer plus(int lines, int back) {
        return new KeptOffer(offer, bought + lines, returned + back);
    }
}
