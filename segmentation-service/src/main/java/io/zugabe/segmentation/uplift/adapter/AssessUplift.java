package io.zugabe.segmentation.uplift.adapter;

import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.feature.domain.DerivedFeatures;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.uplift.ScoreUplift;
import io.zugabe.segmentation.uplift.domain.UpliftClass;
import io.zugabe.segmentation.uplift.domain.UpliftScore;
import io.zugabe.segmentation.v1.Uplift;
import jakarta.enterprise.context.ApplicationScoped;

/** What an offer does to the customer, as part of their assessment; nothing while no model is in force. */
@ApplicationScoped
class AssessUplift implements AssessmentStep {

    private final ScoreUplift scoreUplift;

    AssessUplift(ScoreUplift scoreUplift) {
        this.scoreUplift = scoreUplift;
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
        });
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
