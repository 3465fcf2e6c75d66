package io.zugabe.recommendation.sessions.domain;

/** What the sessions most like a visit went on to, best first. */
public final class SessionPrediction {

    private final int neighbours;
    private final int[] products;
    private final int[] support;
    private final float[] scores;

    SessionPrediction(int neighbours, int[] products, int[] support, float[] scores) {
        this.neighbours = neighbours;
        this.products = products;
        this.support = support;
        this.scores = scores;
    }

    /** Number of neighbours that have a product which may be predicted; 0 if nothing is known. */
    public int neighbours() {
        return neighbours;
    }

    /** Number of products predicted. */
    public int size() {
        return products.length;
    }

    public int product(int place) {
        return products[place];
    }

    /** Number of neighbours that have the product, 1 to {@link #neighbours()}. */
    public int support(int place) {
        return support[place];
    }

    /** Above or equal to 0; to compare products of one prediction by. */
    public float score(int place) {
        return scores[place];
    }
}
