package io.zugabe.recommendation.insight.domain;

/**
 * How long after an offer a purchase may be its merit, in milliseconds.
 *
 * @param click after it was first clicked or added
 * @param view after it was first seen
 */
public record Windows(long click, long view) {

    boolean afterClick(MadeOffer offer, long time) {
        return within(offer.interest(), time, click);
    }

    boolean afterView(MadeOffer offer, long time) {
        return within(offer.seen(), time, view);
    }

    private static boolean within(long from, long time, long window) {
        return from <= time && time - from <= window;
    }
}
