package io.zugabe.statistics;

import java.util.List;

/**
 * Effects of several segments, drawn towards what they have in common: the largest of many noisy ones is mostly noise.
 * Empirical Bayes with the variance between segments after DerSimonian and Laird (Controlled Clinical Trials 7, 1986,
 * eq. 6 to 8), the shrunk effects after Efron and Morris (JASA 70, 1975).
 *
 * @param common the precision-weighted mean of all segments
 * @param between standard deviation of the segments' true effects; 0 if they differ no more than by chance
 * @param segments in the order in which they were given
 */
public record Shrinkage(double common, double between, List<Posterior> segments) {

    public Shrinkage {
        segments = List.copyOf(segments);
    }

    /**
     * Shrinks.
     *
     * @param effects of segments that do not overlap, at least one
     */
    public static Shrinkage of(List<Difference> effects) {
        double weights = 0;
        double squares = 0;
        double weighted = 0;
        for (Difference effect : effects) {
            double weight = 1 / effect.variance();
            weights += weight;
            squares += weight * weight;
            weighted += weight * effect.estimate();
        }
        double fixed = weighted / weights;
        double q = 0;
        for (Difference effect : effects) {
            q += (effect.estimate() - fixed) * (effect.estimate() - fixed) / effect.variance();
        }
        double spread = weights - squares / weights;
        double between = spread <= 0 ? 0 : Math.max(0, (q - (effects.size() - 1)) / spread);
        return around(effects, between);
    }

    private static Shrinkage around(List<Difference> effects, double between) {
        double weights = 0;
        double weighted = 0;
        for (Difference effect : effects) {
            double weight = 1 / (effect.variance() + between);
            weights += weight;
            weighted += weight * effect.estimate();
        }
        double common = weighted / weights;
        double ofCommon = 1 / weights;
        List<Posterior> shrunk = effects.stream()
                .map(effect -> {
                    double own = between / (between + effect.variance());
                    // the common mean is itself uncertain, which the first term alone forgets (Morris, JASA 78, 1983)
                    double variance = own * effect.variance() + (1 - own) * (1 - own) * ofCommon;
                    return new Posterior(common + own * (effect.estimate() - common), Math.sqrt(variance));
                })
                .toList();
        return new Shrinkage(common, Math.sqrt(between), shrunk);
    }
}
