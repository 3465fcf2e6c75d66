package io.zugabe.segmentation.uplift.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the model that is served: half of the rows tune and choose, the other half judge ({@link
 * UpliftStudy}); then the chosen learner learns from all of them, and its scores, cross-fitted, are
 * calibrated to the effects that the experiment shows.
 */
public final class UpliftFit {

    private static final int HALVES = 2;

    private final TreeLearner trees;
    private final TrainingSet set;
    private final double cost;
    private final long seed;
    private final Progress progress;

    /**
     * A fit.
     *
     * @param cost of one treatment, in units of the outcome
     */
    public UpliftFit(TreeLearner trees, TrainingSet set, double cost, long seed, Progress progress) {
        this.trees = trees;
        this.set = set;
        this.cost = cost;
        this.seed = seed;
        this.progress = progress;
    }

    /** The model, and the study that says what it is worth. */
    public record Fitted(UpliftModel model, UpliftStudy study) {}

    /** Fits. */
    public Fitted fit() {
        FeatureEncoder encoder = FeatureEncoder.learn(set);
        Trial all = set.trial(encoder);
        Folds halves = Folds.of(all, HALVES, seed);
        UpliftStudy study = UpliftStudy.of(
                trees,
                all.select(halves.in(0)),
                all.select(halves.in(1)),
                seed,
                (share, step) -> progress.report(0.8 * share, step));
        progress.report(0.8, "learning from all rows");
        return new Fitted(model(encoder, all, study), study);
    }

    private UpliftModel model(FeatureEncoder encoder, Trial all, UpliftStudy study) {
        MetaLearner meta = new MetaLearner(trees, study.outcomeSettings(), seed);
        double[] pseudo = meta.pseudoOutcomes(all, Tuning.FOLDS);
        EffectModel effects =
                study.earned() ? meta.fit(study.chosen(), all, study.chosenSettings()) : new EffectModel(0, List.of());
        progress.report(0.9, "calibrating");
        double[] scores = study.earned() ? crossFitted(meta, all, study) : new double[all.size()];
        Calibration calibration = Calibration.fit(scores, pseudo);
        Trial controls = all.arm(false);
        return new UpliftModel(
                encoder,
                all.binary(),
                cost,
                study.earned(),
                effects,
                study.earned() ? calibration : calibration.flat(),
                OutcomeModels.arm(trees, controls, study.outcomeSettings(), seed),
                baseline(controls, study.outcomeSettings()),
                controls.observations().mean(false),
                references(encoder));
    }

    private double[] crossFitted(MetaLearner meta, Trial all, UpliftStudy study) {
        double[] scores = new double[all.size()];
        Folds folds = Folds.of(all, Tuning.FOLDS, seed + 3);
        for (int fold = 0; fold < Tuning.FOLDS; fold++) {
            EffectModel model = meta.fit(study.chosen(), all.select(folds.outside(fold)), study.chosenSettings());
            for (int row : folds.in(fold)) {
                scores[row] = model.effect(all.table(), row);
            }
        }
        return scores;
    }

    private Calibration baseline(Trial controls, TreeSettings settings) {
        double[] expected = new double[controls.size()];
        Folds folds = Folds.of(controls, Tuning.FOLDS, seed + 4);
        for (int fold = 0; fold < Tuning.FOLDS; fold++) {
            Forest model = OutcomeModels.arm(trees, controls.select(folds.outside(fold)), settings, seed);
            for (int row : folds.in(fold)) {
                expected[row] = model.value(controls.table(), row);
            }
        }
        return Calibration.fit(expected, controls.observations().outcome());
    }

    private List<FeatureReference> references(FeatureEncoder encoder) {
        List<FeatureReference> references = new ArrayList<>();
        IntStream.range(0, encoder.features().size())
                .forEach(feature -> references.add(
                        FeatureReference.learn(set, feature, encoder.features().get(feature))));
        return references;
    }
}
