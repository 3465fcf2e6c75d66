package io.zugabe.segmentation.uplift.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds settings by cross-validation on the training rows alone: of models of outcomes by their deviance, of
 * learners by the R-risk of doubly robust pseudo-outcomes, Σ (φ − τ(x))², whose minimum is at the true
 * effect (Kennedy 2023; Schuler et al. 2018 compare such criteria).
 */
public final class Tuning {

    /** Folds of the rows. */
    static final int FOLDS = 5;

    private static final int[] ROUNDS = {5, 10, 20, 40, 80, 160};
    private static final int MOST_ROUNDS = 160;
    private static final double RATE = 0.1;
    private static final double LAMBDA = 10;
    private static final double LEAF_ROWS = 200;
    private static final int[] OUTCOME_DEPTHS = {2, 3, 4};
    private static final int[] EFFECT_DEPTHS = {1, 2, 3};
    /** Leaves have at least this share of the rows if that is more than {@link #LEAF_ROWS}. */
    private static final double LEAF_SHARE = 0.01;

    private final TreeLearner trees;
    private final Trial trial;
    private final Folds folds;
    private final long seed;

    public Tuning(TreeLearner trees, Trial trial, long seed) {
        this.trees = trees;
        this.trial = trial;
        this.seed = seed;
        this.folds = Folds.of(trial, FOLDS, seed + 1);
    }

    /**
     * A learner with the settings that serve it best.
     *
     * @param effects of each row, by models that had not seen it
     * @param risk of those
     * @param qini of ranking by those
     */
    @SuppressWarnings("ArrayRecordComponent") // a column, never compared
    public record Tuned(Learner learner, TreeSettings settings, double[] effects, double risk, double qini) {}

    /** The best settings for models of outcomes. */
    public TreeSettings outcomeSettings() {
        TreeSettings best = settings(OUTCOME_DEPTHS[0]).withRounds(ROUNDS[0]);
        double least = Double.POSITIVE_INFINITY;
        for (int depth : OUTCOME_DEPTHS) {
            double[] deviance = new double[ROUNDS.length];
            for (int fold = 0; fold < FOLDS; fold++) {
                OutcomeModels models =
                        OutcomeModels.fit(trees, trial.select(folds.outside(fold)), settings(depth), seed);
                for (int i = 0; i < ROUNDS.length; i++) {
                    deviance[i] += deviance(models, folds.in(fold), ROUNDS[i]);
                }
            }
            for (int i = 0; i < ROUNDS.length; i++) {
                if (deviance[i] < least) {
                    least = deviance[i];
                    best = settings(depth).withRounds(ROUNDS[i]);
                }
            }
        }
        return best;
    }

    private double deviance(OutcomeModels models, int[] rows, int rounds) {
        double sum = 0;
        for (int row : rows) {
            Forest forest = trial.observations().treated()[row] ? models.treated() : models.control();
            double expected = forest.value(trial.table(), row, Float.NaN, rounds);
            double outcome = trial.observations().outcome()[row];
            double loss = trial.binary()
                    ? -Math.log(outcome > 0 ? expected : 1 - expected)
                    : (outcome - expected) * (outcome - expected);
            sum += trial.observations().weight()[row] * loss;
        }
        return sum;
    }

    /**
     * The best settings for a learner.
     *
     * @param pseudo cross-fitted pseudo-outcomes of the rows
     */
    public Tuned tune(Learner learner, MetaLearner meta, double[] pseudo) {
        Candidate best = Arrays.stream(EFFECT_DEPTHS)
                .mapToObj(depth -> candidates(learner, meta, depth, pseudo))
                .flatMap(List::stream)
                .min(Comparator.comparingDouble(Candidate::risk))
                .orElseThrow();
        // ranking all candidates by Qini would take longer than finding the one that is ranked
        double qini = new UpliftMetrics(trial.observations()).qini(Ranking.of(best.effects()));
        return new Tuned(learner, best.settings(), best.effects(), best.risk(), qini);
    }

    @SuppressWarnings("ArrayRecordComponent") // a column, never compared
    private record Candidate(TreeSettings settings, double[] effects, double risk) {}

    private List<Candidate> candidates(Learner learner, MetaLearner meta, int depth, double[] pseudo) {
        double[][] effects = new double[ROUNDS.length][trial.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            EffectModel model = meta.fit(learner, trial.select(folds.outside(fold)), settings(depth));
            int[] rows = folds.in(fold);
            FeatureTable table = trial.table().select(rows);
            for (int i = 0; i < ROUNDS.length; i++) {
                double[] some = model.effects(table, ROUNDS[i]);
                for (int j = 0; j < rows.length; j++) {
                    effects[i][rows[j]] = some[j];
                }
            }
        }
        return IntStream.range(0, ROUNDS.length)
                .mapToObj(
                        i -> new Candidate(settings(depth).withRounds(ROUNDS[i]), effects[i], risk(effects[i], pseudo)))
                .toList();
    }

    private TreeSettings settings(int depth) {
        return new TreeSettings(depth, MOST_ROUNDS, RATE, Math.max(LEAF_ROWS, LEAF_SHARE * trial.size()), LAMBDA);
    }

    private static double risk(double[] effects, double[] pseudo) {
        double sum = 0;
        for (int i = 0; i < effects.length; i++) {
            sum += (pseudo[i] - effects[i]) * (pseudo[i] - effects[i]);
        }
        return sum / effects.length;
    }
}
