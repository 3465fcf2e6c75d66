package io.zugabe.segmentation.replenishment.domain;

import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The time until a product is bought again, log-normal (ATD in Bhagat et al., KDD 2018, section 4.2).
 *
 * @param mu mean of ln(days)
 * @param sigma standard deviation of ln(days), above 0
 */
public record RepeatInterval(double mu, double sigma) {

    /** Density at so many days since the last purchase, per day. */
    public double density(double days) {
        return LogNormalDistribution.of(mu, sigma).density(days);
    }

    /** ATD's score: density times the share of buyers who buy again. */
    public double score(double repeatShare, double days) {
        return repeatShare * density(days);
    }

    /** Days that a share of the intervals is shorter than; the share in (0, 1). */
    public double quantile(double share) {
        return Math.exp(NormalDistribution.of(mu, sigma).inverseCumulativeProbability(share));
    }

    /** Share of the intervals that are longer than so many days. */
    public double survival(double days) {
        return days <= 0 ? 1 : NormalDistribution.of(mu, sigma).survivalProbability(Math.log(days));
    }
}
