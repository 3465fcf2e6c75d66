package io.zugabe.recommendation.incentives.domain;

import java.util.List;

/**
 * By which factor each level of an incentive raises acceptance, known from counts with shrinkage.
 *
 * <p>Where the incentive was deliberately not given, expectations come true by the factor ρ₀ = (k₀ + m) / (e₀ + m), with k₀ of the
 * offers seen taken and e₀ of them expected to be. At level l with the assumed uplift u the factor is
 * ρₗ = (kₗ + m·ρ₀·(1 + u)) / (eₗ + m), and the level's uplift is ρₗ / ρ₀: without counts 1 + u, with many what was counted. Both
 * are means of Gamma distributions over a Poisson rate, the prior worth m expected purchases (Gelman et al., Bayesian Data
 * Analysis, 3rd ed., section 2.6).
 */
public final class Uplift {

    /** So many times the prior's weight must be expected at every level before trials end. */
    private static final int ENOUGH = 3;

    private final LevelCounts[] counts;
    private final double[] factors;
    private final boolean known;

    /**
     * @param counts by level, the control first; missing ones are none
     * @param weight of the prior, in expected purchases, above 0
     */
    public Uplift(List<Level> levels, List<LevelCounts> counts, double weight) {
        this.counts = new LevelCounts[levels.size() + 1];
        this.factors = new double[levels.size() + 1];
        boolean enough = true;
        for (int level = 0; level < factors.length; level++) {
            LevelCounts each = level < counts.size() ? counts.get(level) : LevelCounts.NONE;
            this.counts[level] = each;
            enough &= each.expected() >= ENOUGH * weight;
        }
        known = enough;
        double control = (this.counts[0].taken() + weight) / (this.counts[0].expected() + weight);
        factors[0] = 1;
        for (int level = 1; level < factors.length; level++) {
            double assumed = 1 + levels.get(level - 1).expectedUplift();
            LevelCounts each = this.counts[level];
            factors[level] = (each.taken() + weight * control * assumed) / (each.expected() + weight) / control;
        }
    }

    /** By which factor a level raises acceptance; 1 for the control. */
    public double factor(int level) {
        return factors[level];
    }

    /** What was counted of a level. */
    public LevelCounts counts(int level) {
        return counts[level];
    }

    /** Whether enough was seen of every level, so that nothing has to be tried any more. */
    public boolean isKnown() {
        return known;
    }

    /** Number of levels, the control among them. */
    public int size() {
        return factors.length;
    }
}
