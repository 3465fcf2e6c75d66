package io.zugabe.recommendation.insight.domain;

/**
 * How much may be tried out.
 *
 * @param share of the places of lists that may go to offers about which too little is known, in [0, 1]
 * @param loss most that such a place may be expected to bring less than the offer that it takes the place of, as a share
 *     of that, in [0, 1]
 * @param enough views after which enough is known of an offer
 */
public record Exploration(double share, double loss, int enough) {

    /** Nothing is tried out. */
    public static final Exploration NONE = new Exploration(0, 0, 0);
}
