package io.zugabe.segmentation.uplift;

import io.zugabe.segmentation.model.domain.Comparison;
import io.zugabe.segmentation.model.domain.Decision;
import io.zugabe.segmentation.model.domain.Importance;
import io.zugabe.segmentation.model.domain.Interval;
import io.zugabe.segmentation.model.domain.Metric;
import io.zugabe.segmentation.model.domain.ModelCard;
import io.zugabe.segmentation.uplift.domain.Bounds;
import io.zugabe.segmentation.uplift.domain.Evaluation;
import io.zugabe.segmentation.uplift.domain.Learner;
import io.zugabe.segmentation.uplift.domain.TrainingSet;
import io.zugabe.segmentation.uplift.domain.UpliftFit.Fitted;
import io.zugabe.segmentation.uplift.domain.UpliftModel;
import io.zugabe.segmentation.uplift.domain.UpliftStudy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What an uplift model is worth, as a card. */
final class UpliftCard {

    private static final String QINI = "qini";

    private UpliftCard() {}

    static ModelCard of(Fitted fitted, TrainingSet set, UpliftParameters parameters, long seed) {
        UpliftStudy study = fitted.study();
        return new ModelCard(
                "data set " + parameters.dataset() + ": " + parameters.treatment() + " against " + parameters.control()
                        + ", " + (parameters.binary() ? "binary" : "continuous") + " outcome",
                0,
                set.rows().size(),
                metrics(fitted, parameters),
                comparisons(fitted),
                new Decision(true, sentence(fitted)),
                features(fitted.model()),
                settings(study, parameters),
                seed);
    }

    private static List<Metric> metrics(Fitted fitted, UpliftParameters parameters) {
        UpliftStudy study = fitted.study();
        Evaluation chosen = Objects.requireNonNull(study.evaluations().get(study.chosen()));
        List<Metric> metrics = new ArrayList<>();
        String unit = parameters.binary() ? "" : "money";
        metrics.add(new Metric(
                "average_effect",
                fitted.model().averageEffect(),
                java.util.Optional.of(interval(fitted.model().averageEffectBounds())),
                unit));
        metrics.add(Metric.of(QINI, chosen.qini(), interval(chosen.qiniBounds())));
        if (parameters.binary()) {
            metrics.add(Metric.of("auuc", chosen.auuc(), interval(chosen.auucBounds())));
        }
        metrics.add(new Metric(
                "uplift_at_30_percent",
                chosen.upliftAtTop(),
                java.util.Optional.of(interval(chosen.topBounds())),
                unit));
        for (Learner learner : Learner.values()) {
            Evaluation each = Objects.requireNonNull(study.evaluations().get(learner));
            metrics.add(Metric.of(
                    QINI + "_" + learner.title().toLowerCase(Locale.ROOT), each.qini(), interval(each.qiniBounds())));
        }
        return metrics;
    }

    private static List<Comparison> comparisons(Fitted fitted) {
        UpliftStudy study = fitted.study();
        double qini =
                Objects.requireNonNull(study.evaluations().get(study.chosen())).qini();
        return List.of(
                new Comparison("random ranking", QINI, qini, interval(study.gainOverRandom())),
                new Comparison(
                        "best single feature: " + feature(fitted),
                        QINI,
                        qini - study.featureEvaluation().qini(),
                        interval(study.gainOverFeature())));
    }

    private static String feature(Fitted fitted) {
        String name = fitted.model()
                .encoder()
                .columnNames()
                .get(fitted.study().feature().column());
        return name + (fitted.study().feature().descending() ? ", largest first" : ", smallest first");
    }

    private static String sentence(Fitted fitted) {
        UpliftStudy study = fitted.study();
        String chosen = "Learner " + study.chosen().title() + ", chosen on the training half,";
        if (study.earned()) {
            return chosen + " ranks better on the test half than chance and than the best single feature: both"
                    + " intervals of the gain in Qini lie above 0.";
        }
        String over = study.gainOverRandom().low() > 0 ? "the best single feature (" + feature(fitted) + ")" : "chance";
        return "No evidence that some react differently from others in a way that a model can use: " + chosen
                + " is not proven to rank better on the test half than " + over
                + ". The average effect is used for everybody.";
    }

    private static List<Importance> features(UpliftModel model) {
        Map<String, Double> shares = model.importance();
        return shares.entrySet().stream()
                .map(entry -> new Importance(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Importance::share).reversed().thenComparing(Importance::feature))
                .toList();
    }

    private static Map<String, String> settings(UpliftStudy study, UpliftParameters parameters) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("evidence", String.valueOf(study.earned()));
        settings.put("learner", study.earned() ? study.chosen().title() : "none");
        settings.put("chosen_learner", study.chosen().title());
        settings.put("effect_trees", study.chosenSettings().text());
        settings.put("outcome_trees", study.outcomeSettings().text());
        settings.put("cost", String.valueOf(parameters.cost()));
        settings.put("treatment", parameters.treatment());
        settings.put("control", parameters.control());
        return settings;
    }

    private static Interval interval(Bounds bounds) {
        return new Interval(bounds.low(), bounds.high());
    }
}
