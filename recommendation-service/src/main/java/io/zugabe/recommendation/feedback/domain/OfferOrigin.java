package io.zugabe.recommendation.feedback.domain;

import java.util.Comparator;

/**
 * What was behind an offer when it was made; empty texts and 0 where that is not known.
 *
 * @param anchor the product that it complements; of several the one that it fits, else the first
 * @param anchorType the type of the first product that it complements
 * @param source where it came from ("curated", "bought_together")
 * @param segment what kind of customer it was made to, see {@link Segment}
 * @param expectedAcceptance how likely it was thought to be taken before any feedback was looked at, in [0, 1]
 */
public record OfferOrigin(String anchor, String anchorType, String source, String segment, double expectedAcceptance)
        implements Comparable<OfferOrigin> {

    /** Nothing is known. */
    public static final OfferOrigin UNKNOWN = new OfferOrigin("", "", "", "", 0);

    private static final Comparator<OfferOrigin> ORDER = Comparator.comparing(OfferOrigin::source)
            .thenComparing(OfferOrigin::anchorType)
            .thenComparing(OfferOrigin::segment)
            .thenComparing(OfferOrigin::anchor)
            .thenComparingDouble(OfferOrigin::expectedAcceptance);

    /** Of two statements about one offer the greater counts, so that their order does not matter. */
    @Override
    public int compareTo(OfferOrigin other) {
        return ORDER.compare(this, other);
    }
}
