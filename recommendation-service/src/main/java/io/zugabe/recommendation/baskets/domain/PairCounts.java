package io.zugabe.recommendation.baskets.domain;

/**
 * How often two products were bought together.
 *
 * @param support number of baskets with both
 * @param returned how many of those had one of the two sent back completely
 * @param anchorBaskets number of baskets with the anchor
 * @param candidateBaskets number of baskets with the candidate
 * @param baskets number of all baskets
 */
public record PairCounts(int support, int returned, int anchorBaskets, int candidateBaskets, int baskets) {

    private static final double SHRINKAGE = 10;

    /** Number of baskets with both of which neither was sent back. */
    public int kept() {
        return support - returned;
    }

    /** Share of the anchor's baskets that have the candidate as well, in [0, 1]. */
    public double confidence() {
        return anchorBaskets == 0 ? 0 : (double) support / anchorBaskets;
    }

    /** Confidence over the candidate's share of all baskets; 1 if the two have nothing to do with each other. */
    public double lift() {
        return candidateBaskets == 0 || baskets == 0 ? 0 : confidence() * baskets / candidateBaskets;
    }

    /** See {@link #score(int, int, int)}. */
    public double score() {
        return score(kept(), anchorBaskets, candidateBaskets);
    }

    /**
     * Cosine of the two products' baskets, counting only kept pairs, shrunk by kept / (kept + 10), so
     * that a few accidental pairs do not outrank an established one. The shrinkage is Koren's,
     * "Factorization Meets the Neighborhood", KDD 2008, equation (2).
     */
    public static double score(int kept, int anchorBaskets, int candidateBaskets) {
        return kept <= 0 || anchorBaskets <= 0 || candidateBaskets <= 0
                ? 0
                : kept / Math.sqrt((double) anchorBaskets * candidateBaskets) * kept / (kept + SHRINKAGE);
    }
}
