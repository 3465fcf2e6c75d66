package io.zugabe.segmentation.uplift.domain;

import java.util.Arrays;
import java.util.List;

/**
 * What a learner makes of an experiment: the effect of the treatment as a sum of forests' answers.
 *
 * @param constant added to the sum
 */
public record EffectModel(double constant, List<Term> terms) {

    public EffectModel {
        terms = List.copyOf(terms);
    }

    /**
     * A forest's answer times a factor.
     *
     * @param treatment what the forest reads as its last column; NaN if it does not read the treatment
     */
    public record Term(Forest forest, double factor, float treatment) {}

    /** The effect on one row. */
    public double effect(FeatureTable table, int row) {
        return effect(table, row, Integer.MAX_VALUE);
    }

    private double effect(FeatureTable table, int row, int rounds) {
        double sum = constant;
        for (Term term : terms) {
            sum += term.factor() * term.forest().value(table, row, term.treatment(), rounds);
        }
        return sum;
    }

    /** The effect on each row. */
    public double[] effects(FeatureTable table) {
        return effects(table, Integer.MAX_VALUE);
    }

    /** The effect on each row by the first trees of each forest only. */
    double[] effects(FeatureTable table, int rounds) {
        double[] effects = new double[table.rows()];
        Arrays.setAll(effects, row -> effect(table, row, rounds));
        return effects;
    }

    /** The model that fewer rounds would have given. */
    EffectModel first(int rounds) {
        return new EffectModel(
                constant,
                terms.stream()
                        .map(term -> new Term(term.forest().first(rounds), term.factor(), term.treatment()))
                        .toList());
    }

    /** Each column's share of what betters the fit; all 0 if nothing does. */
    public double[] importance(int columns) {
        double[] gain = new double[columns];
        terms.forEach(term -> term.forest().addGain(gain, Math.abs(term.factor())));
        double sum = Arrays.stream(gain).sum();
        if (sum > 0) {
            Arrays.setAll(gain, column -> gain[column] / sum);
        }
        return gain;
    }
}
