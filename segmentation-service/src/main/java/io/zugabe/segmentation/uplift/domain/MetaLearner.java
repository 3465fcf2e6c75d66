package io.zugabe.segmentation.uplift.domain;

import io.zugabe.segmentation.uplift.domain.EffectModel.Term;
import java.util.Arrays;
import java.util.List;

/** Learns effects from experiments with boosted trees, in each of the ways of {@link Learner}. */
public final class MetaLearner {

    /** Folds of the rows that the doubly robust learner's outcome models are cross-fitted over. */
    static final int NUISANCE_FOLDS = 3;

    private final TreeLearner trees;
    private final TreeSettings outcomeSettings;
    private final long seed;

    /**
     * A learner.
     *
     * @param outcomeSettings of the models of outcomes that learners X and DR build upon
     */
    public MetaLearner(TreeLearner trees, TreeSettings outcomeSettings, long seed) {
        this.trees = trees;
        this.outcomeSettings = outcomeSettings;
        this.seed = seed;
    }

    /**
     * Learns.
     *
     * @param settings of the model of effects; of learners S and T, of the models of outcomes
     */
    public EffectModel fit(Learner learner, Trial trial, TreeSettings settings) {
        return switch (learner) {
            case S -> single(trial, settings);
            case T -> two(trial, settings);
            case X -> crossed(trial, settings);
            case DR -> doublyRobust(trial, settings);
            case CLASS_TRANSFORMATION -> transformed(trial, settings);
        };
    }

    private EffectModel single(Trial trial, TreeSettings settings) {
        Observations observations = trial.observations();
        float[] treatment = new float[trial.size()];
        for (int i = 0; i < treatment.length; i++) {
            treatment[i] = observations.treated()[i] ? 1 : 0;
        }
        Forest forest = trees.fit(
                trial.table().with(treatment),
                observations.outcome(),
                observations.weight(),
                trial.binary(),
                settings,
                seed);
        return new EffectModel(0, List.of(new Term(forest, 1, 1), new Term(forest, -1, 0)));
    }

    private EffectModel two(Trial trial, TreeSettings settings) {
        OutcomeModels models = OutcomeModels.fit(trees, trial, settings, seed);
        return new EffectModel(0, List.of(term(models.treated(), 1), term(models.control(), -1)));
    }

    private EffectModel crossed(Trial trial, TreeSettings settings) {
        OutcomeModels models = OutcomeModels.fit(trees, trial, outcomeSettings, seed);
        Forest ofTreated = imputed(trial.arm(true), models.control(), 1, settings);
        Forest ofControls = imputed(trial.arm(false), models.treated(), -1, settings);
        double chance = trial.meanPropensity();
        return new EffectModel(0, List.of(term(ofControls, chance), term(ofTreated, 1 - chance)));
    }

    private Forest imputed(Trial arm, Forest otherArm, int sign, TreeSettings settings) {
        double[] effect = new double[arm.size()];
        Arrays.setAll(effect, row -> sign * (arm.observations().outcome()[row] - otherArm.value(arm.table(), row)));
        return trees.fit(arm.table(), effect, arm.observations().weight(), false, settings, seed);
    }

    private EffectModel doublyRobust(Trial trial, TreeSettings settings) {
        double[] pseudo = pseudoOutcomes(trial, NUISANCE_FOLDS);
        double[] ones = new double[pseudo.length];
        Arrays.fill(ones, 1);
        return new EffectModel(0, List.of(term(trees.fit(trial.table(), pseudo, ones, false, settings, seed), 1)));
    }

    /** Doubly robust pseudo-outcomes, each by outcome models that were fitted on other rows. */
    public double[] pseudoOutcomes(Trial trial, int number) {
        double[] pseudo = new double[trial.size()];
        Folds folds = Folds.of(trial, number, seed);
        for (int fold = 0; fold < number; fold++) {
            OutcomeModels models = OutcomeModels.fit(trees, trial.select(folds.outside(fold)), outcomeSettings, seed);
            for (int row : folds.in(fold)) {
                pseudo[row] = models.pseudoOutcome(trial, row);
            }
        }
        return pseudo;
    }

    private EffectModel transformed(Trial trial, TreeSettings settings) {
        int n = trial.size();
        double[] target = new double[n];
        double[] weight = new double[n];
        for (int row = 0; row < n; row++) {
            boolean treated = trial.observations().treated()[row];
            double outcome = trial.observations().outcome()[row];
            double chance = trial.propensity()[row];
            if (trial.binary()) {
                target[row] = treated ? outcome : 1 - outcome;
                weight[row] = 0.5 / (treated ? chance : 1 - chance);
            } else {
                target[row] = treated ? outcome / chance : -outcome / (1 - chance);
                weight[row] = 1;
            }
        }
        Forest forest = trees.fit(trial.table(), target, weight, trial.binary(), settings, seed);
        return trial.binary()
                ? new EffectModel(-1, List.of(term(forest, 2)))
                : new EffectModel(0, List.of(term(forest, 1)));
    }

    private static Term term(Forest forest, double factor) {
        return new Term(forest, factor, Float.NaN);
    }
}
