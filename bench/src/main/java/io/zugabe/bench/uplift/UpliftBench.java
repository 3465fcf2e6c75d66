package io.zugabe.bench.uplift;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import io.zugabe.segmentation.uplift.adapter.XGBoostTrees;
import io.zugabe.segmentation.uplift.domain.Evaluation;
import io.zugabe.segmentation.uplift.domain.FeatureEncoder;
import io.zugabe.segmentation.uplift.domain.Learner;
import io.zugabe.segmentation.uplift.domain.Trial;
import io.zugabe.segmentation.uplift.domain.UpliftStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the learners make of Hillstrom's experiment on the given split: tuned and chosen on the training
 * rows, judged on the test rows by the very code that trains models in the service.
 */
public final class UpliftBench {

    private static final long SEED = 1;
    private static final int DECIMALS = 6;

    private UpliftBench() {}

    /** {@code {"learners", "random", "bestFeature", "published", "metricCases", "metricCasesAgree"}}. */
    public static String run(Options options) throws IOException {
        Path given = options.data()
                .orElseThrow(() -> new IllegalArgumentException(
                        "uplift needs --data DIR, the folder with hillstrom.csv and the rows of the split, beside the"
                                + " folder uplift with metric_cases.json; neither is part of the project"));
        Path folder = Files.exists(given.resolve("hillstrom.csv")) ? given : given.resolve("hillstrom");
        Path root = Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent(), "a folder beside others");
        MetricCases cases = MetricCases.check(root.resolve("uplift").resolve("metric_cases.json"));
        Bench.say("%d of %d metric cases agree", cases.agree(), cases.cases());
        Hillstrom data = Hillstrom.read(folder);
        FeatureEncoder encoder = FeatureEncoder.learn(data.train());
        Trial train = data.train().trial(encoder);
        Trial test = data.test().trial(encoder);
        double averageEffect =
                test.observations().mean(true) - test.observations().mean(false);
        Bench.say(
                "%,d rows to learn from, %,d to judge by; average effect there %.6f",
                train.size(), test.size(), averageEffect);
        UpliftStudy study = UpliftStudy.of(
                new XGBoostTrees(), train, test, SEED, (share, step) -> Bench.say("%3.0f %% %s", 100 * share, step));
        tell(study, encoder);
        Figures learners = new Figures();
        study.evaluations().forEach((learner, evaluation) -> learners.object(learner.title(), figures(evaluation)));
        return new Figures()
                .object("learners", learners)
                .object(
                        "random",
                        new Figures()
                                .number("qini", study.randomQini(), DECIMALS)
                                .number("low", study.randomBounds().low(), DECIMALS)
                                .number("high", study.randomBounds().high(), DECIMALS)
                                .number("uplift30", averageEffect, DECIMALS))
                .object("bestFeature", figures(study.featureEvaluation()))
                .text("published", study.earned() ? study.chosen().title() : "none")
                .count("metricCases", cases.cases())
                .count("metricCasesAgree", cases.agree())
                .json();
    }

    private static Figures figures(Evaluation evaluation) {
        return new Figures()
                .number("qini", evaluation.qini(), DECIMALS)
                .number("low", evaluation.qiniBounds().low(), DECIMALS)
                .number("high", evaluation.qiniBounds().high(), DECIMALS)
                .number("uplift30", evaluation.upliftAtTop(), DECIMALS);
    }

    private static void tell(UpliftStudy study, FeatureEncoder encoder) {
        for (Learner learner : Learner.values()) {
            var tuned = Objects.requireNonNull(study.tuned().get(learner));
            Bench.say(
                    "%s: %s; Qini cross-fitted on the training rows %.4f",
                    learner.title(), tuned.settings().text(), tuned.qini());
            tell(Objects.requireNonNull(study.evaluations().get(learner)));
        }
        Bench.say(
                "Best feature on the training rows: %s",
                encoder.columnNames().get(study.feature().column()));
        tell(study.featureEvaluation());
        Bench.say(
                "%s was chosen on the training rows; gain in Qini over random %.4f to %.4f, over the best feature %.4f to"
                        + " %.4f",
                study.chosen().title(),
                study.gainOverRandom().low(),
                study.gainOverRandom().high(),
                study.gainOverFeature().low(),
                study.gainOverFeature().high());
    }

    private static void tell(Evaluation evaluation) {
        Bench.say(
                "  test rows: Qini %.4f (%.4f to %.4f), AUUC %.4f (%.4f to %.4f), uplift at 30 %% %.4f (%.4f to %.4f)",
                evaluation.qini(),
                evaluation.qiniBounds().low(),
                evaluation.qiniBounds().high(),
                evaluation.auuc(),
                evaluation.auucBounds().low(),
                evaluation.auucBounds().high(),
                evaluation.upliftAtTop(),
                evaluation.topBounds().low(),
                evaluation.topBounds().high());
    }
}
