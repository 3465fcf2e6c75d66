package io.zugabe.segmentation.uplift.domain;

import io.zugabe.segmentation.uplift.domain.Tuning.Tuned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether anything learned from an experiment is worth using: all learners are tuned on the training rows,
 * one is chosen there by its cross-fitted Qini, and it alone has to prove itself on the test rows, against a
 * random ranking and against the best single feature (which is chosen on the training rows, too). The test
 * rows have no part in the choice, so the intervals need no correction for there being five learners; and
 * both comparisons have to be won, so neither do they for there being two.
 *
 * @param outcomeSettings of models of outcomes
 * @param tuned each learner as tuned
 * @param chosen the learner chosen on the training rows
 * @param evaluations of all learners on the test rows; for people to compare, not to choose by
 * @param randomQini mean Qini of random rankings of the test rows
 * @param randomBounds of the Qini of random rankings, 95 %
 * @param feature the best single feature
 * @param gainOverRandom of the chosen learner's Qini
 * @param gainOverFeature of the chosen learner's Qini
 */
public record UpliftStudy(
        TreeSettings outcomeSettings,
        Map<Learner, Tuned> tuned,
        Learner chosen,
        Map<Learner, Evaluation> evaluations,
        double randomQini,
        Bounds randomBounds,
        SingleFeature feature,
        Evaluation featureEvaluation,
        Bounds gainOverRandom,
        Bounds gainOverFeature) {

    /** Level of all intervals. */
    public static final double LEVEL = 0.95;

    /** Draws of the bootstrap. */
    public static final int DRAWS = 1_000;

    /** Whether the chosen learner has proven to be better than both simpler answers. */
    public boolean earned() {
        return gainOverRandom.low() > 0 && gainOverFeature.low() > 0;
    }

    /** The chosen learner's settings. */
    public TreeSettings chosenSettings() {
        return Objects.requireNonNull(tuned.get(chosen)).settings();
    }

    /** Studies an experiment. */
    public static UpliftStudy of(TreeLearner trees, Trial train, Trial test, long seed, Progress progress) {
        Tuning tuning = new Tuning(trees, train, seed);
        progress.report(0, "tuning models of outcomes");
        TreeSettings outcomeSettings = tuning.outcomeSettings();
        MetaLearner meta = new MetaLearner(trees, outcomeSettings, seed);
        progress.report(0.2, "cross-fitting pseudo-outcomes");
        double[] pseudo = meta.pseudoOutcomes(train, Tuning.FOLDS);
        Map<Learner, Tuned> tuned = new EnumMap<>(Learner.class);
        Map<Learner, Ranking> rankings = new EnumMap<>(Learner.class);
        for (Learner learner : Learner.values()) {
            progress.report(0.25 + 0.12 * learner.ordinal(), "tuning learner " + learner.title());
            Tuned best = tuning.tune(learner, meta, pseudo);
            tuned.put(learner, best);
            EffectModel model = meta.fit(learner, train, best.settings());
            rankings.put(learner, Ranking.of(model.effects(test.table())));
        }
        progress.report(0.85, "drawing bootstrap samples");
        Learner chosen = tuned.values().stream()
                .max(Comparator.comparingDouble(Tuned::qini))
                .orElseThrow()
                .learner();
        return judge(outcomeSettings, tuned, chosen, rankings, SingleFeature.best(train), test, seed);
    }

    private static UpliftStudy judge(
            TreeSettings outcomeSettings,
            Map<Learner, Tuned> tuned,
            Learner chosen,
            Map<Learner, Ranking> rankings,
            SingleFeature feature,
            Trial test,
            long seed) {
        UpliftMetrics metrics = new UpliftMetrics(test.observations());
        List<Ranking> all = new ArrayList<>(rankings.values());
        Ranking byFeature = Ranking.of(feature.scores(test.table()));
        all.add(byFeature);
        PairedBootstrap bootstrap = new PairedBootstrap(test.observations(), all, DRAWS, seed + 2);
        Map<Learner, Evaluation> evaluations = new EnumMap<>(Learner.class);
        Arrays.stream(Learner.values())
                .forEach(learner -> evaluations.put(
                        learner,
                        Evaluation.of(
                                metrics, Objects.requireNonNull(rankings.get(learner)), bootstrap, learner.ordinal())));
        int last = all.size() - 1;
        return new UpliftStudy(
                outcomeSettings,
                tuned,
                chosen,
                evaluations,
                bootstrap.meanRandomQini(),
                bootstrap.randomQini(LEVEL),
                feature,
                Evaluation.of(metrics, byFeature, bootstrap, last),
                bootstrap.qiniGainOverRandom(chosen.ordinal(), LEVEL),
                bootstrap.qiniGain(chosen.ordinal(), last, LEVEL));
    }
}
