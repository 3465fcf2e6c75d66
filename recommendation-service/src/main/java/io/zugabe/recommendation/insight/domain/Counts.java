package io.zugabe.recommendation.insight.domain;

/**
 * Numbers of offers.
 *
 * @param shown that were seen
 * @param interested of those, clicked, added or bought
 * @param bought of those, that a line of an order is attributed to
 * @param returned of those bought, returned in full
 * @param expectedMicros the sum of what acceptance was expected of those shown, in millionths: whole numbers add up to the
 *     same in every order
 */
public record Counts(
        long shown,
        long clicked,
        long added,
        long dismissed,
        long interested,
        long bought,
        long returned,
        long expectedMicros) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    private static final double MICROS = 1e6;

    /** What one offer counts. */
    static Counts of(KeptOffer kept) {
        MadeOffer offer = kept.offer();
        boolean clicked = offer.clicked() != MadeOffer.NEVER;
        boolean added = offer.added() != MadeOffer.NEVER;
        boolean bought = kept.bought() > 0;
        return new Counts(
                1,
                clicked ? 1 : 0,
                added ? 1 : 0,
                offer.dismissed() != MadeOffer.NEVER ? 1 : 0,
                clicked || added || bought ? 1 : 0,
                bought ? 1 : 0,
                bought && kept.returned() >= kept.bought() ? 1 : 0,
                Math.round(offer.origin().expectedAcceptance() * MICROS));
    }

    /** Offers bought and kept. */
    public long kept() {
        return bought - returned;
    }

    /** What acceptance was expected of one, on average; 0 if none was shown. */
    public double expected() {
        return shown == 0 ? 0 : expectedMicros / MICROS / shown;
    }

    public Counts plus(Counts other) {
        return new Counts(
                shown + other.shown,
                clicked + other.clicked,
                added + other.added,
                dismissed + other.dismissed,
                interested + other.interested,
                bought + other.bought,
                returned + other.returned,
                expectedMicros + other.expectedMicros);
    }

    Counts negated() {
        return new Counts(-shown, -clicked, -added, -dismissed, -interested, -bought, -returned, -expectedMicros);
    }
}
