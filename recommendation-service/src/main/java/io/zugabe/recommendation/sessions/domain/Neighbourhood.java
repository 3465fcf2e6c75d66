package io.zugabe.recommendation.sessions.domain;

/**
 * The parameters of VMIS-kNN.
 *
 * @param sample m: of the sessions that share a product with the visit, so many of the latest are compared
 *     with it, 1 or more
 * @param neighbours k: so many of those that are most like the visit have a say, 1 or more
 * @param last so many of the visit's latest clicks are compared, 1 to 9
 */
public record Neighbourhood(int sample, int neighbours, int last) {

    /** What was found best for the shop whose sessions were published with Serenade. */
    public static final Neighbourhood USUAL = new Neighbourhood(1_502, 288, 4);

    private static final int MOST_LAST = 9;

    public Neighbourhood {
        if (sample < 1 || neighbours < 1 || last < 1 || last > MOST_LAST) {
            throw new IllegalArgumentException(
                    "sample " + sample + ", neighbours " + neighbours + ", last " + last + " are out of range");
        }
    }
}
