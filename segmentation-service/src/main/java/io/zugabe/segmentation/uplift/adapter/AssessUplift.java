package io.zugabe.segmentation.uplift.adapter;

import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.crossbuyer.domain.ProfileMonths;
import io.zugabe.segmentation.feature.domain.DerivedFeatures;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.population.CurrentPopulation;
import io.zugabe.segmentation.population.Population;
import io.zugabe.segmentation.uplift.ScoreUplift;
import io.zugabe.segmentation.uplift.domain.UpliftClass;
import io.zugabe.segmentation.uplift.domain.UpliftScore;
import io.zugabe.segmentation.v1.Uplift;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What an offer does to the customer, as part of their assessment; nothing while no model is in force. */
@ApplicationScoped
class AssessUplift implements AssessmentStep {

    private final ScoreUplift scoreUplift;
    private final CurrentPopulation population;

    AssessUplift(ScoreUplift scoreUplift, CurrentPopulation population) {
        this.scoreUplift = scoreUplift;
        this.population = population;
    }

    @Override
    public Stage stage() {
        return Stage.UPLIFT;
    }

    @Override
    public void assess(Draft draft) {
        scoreUplift.score(draft.features()).ifPresent(score -> {
            draft.message().setUplift(message(score));
            draft.add(
                    DerivedFeatures.UPLIFT_CLASS,
                    new FeatureValue.Text(score.upliftClass().name()));
            draft.add(DerivedFeatures.UPLIFT_EFFECT, new FeatureValue.Number(score.effect()));
            draft.add(
                    DerivedFeatures.UPLIFT_LOW,
                    new FeatureValue.Number(score.interval().low()));
            draft.add(
                    DerivedFeatures.UPLIFT_HIGH,
                    new FeatureValue.Number(score.interval().high()));
            draft.add(
                    DerivedFeatures.UPLIFT_WORTH_COST,
                    new FeatureValue.Truth(scoreUplift.worthCost(score, orderProfit(draft))));
            draft.add(DerivedFeatures.UPLIFT_WORTH_FREE, new FeatureValue.Truth(score.worthFree()));
        });
    }

    /** Before a population was learned, the margin of sales whose cost is unknown is unknown, and returns cost nothing. */
    private double orderProfit(Draft draft) {
        ProfileMonths months =
                population.get().map(Population::months).orElseGet(() -> new ProfileMonths(Double.NaN, 0));
        YearMonth running = YearMonth.from(draft.now().atOffset(ZoneOffset.UTC));
        return months.history(draft.profile().months(), running).contributionPerOrder();
    }

    private Uplift message(UpliftScore score) {
        return Uplift.newBuilder()
                .setClass_(message(score.upliftClass()))
                .setEffect(score.effect())
                .setLow(score.interval().low())
                .setHigh(score.interval().high())
                .setModelVersion("uplift/" + scoreUplift.version())
                .setIndividual(score.evidence())
                .build();
    }

    private static Uplift.Class message(UpliftClass upliftClass) {
        return switch (upliftClass) {
            case PERSUADABLE -> Uplift.Class.CLASS_PERSUADABLE;
            case SURE_THING -> Uplift.Class.CLASS_SURE_THING;
            case LOST_CAUSE -> Uplift.Class.CLASS_LOST_CAUSE;
            case DO_NOT_DISTURB -> Uplift.Class.CLASS_DO_NOT_DISTURB;
        };
    }
}
