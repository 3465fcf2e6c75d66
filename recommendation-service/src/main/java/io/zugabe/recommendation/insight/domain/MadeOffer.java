package io.zugabe.recommendation.insight.domain;

import io.zugabe.recommendation.feedback.domain.OfferOrigin;

/**
 * An offer and when it was first seen, clicked, added and dismissed; times in milliseconds since 1970, {@link #NEVER}
 * for what did not happen. Only first times count, so repeated and late statements change nothing that they should not.
 *
 * @param seen what else was told of it shows that it was seen, too
 */
public record MadeOffer(
        OfferKey key,
        Person person,
        String placement,
        OfferOrigin origin,
        long seen,
        long clicked,
        long added,
        long dismissed) {

    public static final long NEVER = Long.MAX_VALUE;

    /** What two statements about the offer say together, whichever came first. */
    public MadeOffer with(MadeOffer other) {
        return new MadeOffer(
                key,
                person.with(other.person),
                placement.compareTo(other.placement) >= 0 ? placement : other.placement,
                origin.compareTo(other.origin) >= 0 ? origin : other.origin,
                Math.min(seen, other.seen),
                Math.min(clicked, other.clicked),
                Math.min(added, other.added),
                Math.min(dismissed, other.dismissed));
    }

    /** When it was first clicked; who puts it in the cart from the offer has clicked it. */
    long interest() {
        return Math.min(clicked, added);
    }

    CellKey cell() {
        return new CellKey(placement, key.product(), origin.anchorType(), origin.source(), origin.segment());
    }
}
