package io.zugabe.recommendation.insight.domain;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * To which offer a line of an order is attributed: the offer of the product to the same person that was clicked last
 * before the order, within the click window; if none was, the one seen last, within the view window (last click, else
 * last view-through). A function of offers and line alone, so it does not matter in which order they become known.
 */
final class Attribute {

    private Attribute() {}

    /** The offer; null if none made the purchase. */
    static @Nullable OfferKey attribute(BoughtLine line, Collection<KeptOffer> offers, Windows windows) {
        MadeOffer clicked = null;
        MadeOffer seen = null;
        for (KeptOffer kept : offers) {
            MadeOffer offer = kept.offer();
            if (!offer.key().product().equals(line.key().product())
                    || !offer.person().meets(line.person())) {
                continue;
            }
            if (windows.afterClick(offer, line.time())
                    && (clicked == null || isLater(offer.interest(), offer, clicked.interest(), clicked))) {
                clicked = offer;
            }
            if (windows.afterView(offer, line.time())
                    && (seen == null || isLater(offer.seen(), offer, seen.seen(), seen))) {
                seen = offer;
            }
        }
        MadeOffer merit = clicked == null ? seen : clicked;
        return merit == null ? null : merit.key();
    }

    private static boolean isLater(long time, MadeOffer offer, long otherTime, MadeOffer other) {
        return time != otherTime ? time > otherTime : offer.key().compareTo(other.key()) > 0;
    }
}
