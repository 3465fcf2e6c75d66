package io.zugabe.segmentation.prediction.adapter;

import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.feature.domain.DerivedFeatures;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.returns.ReturnRisks;
import jakarta.enterprise.context.ApplicationScoped;

/** How likely the customer returns what they buy, as part of their assessment. */
@ApplicationScoped
class AssessReturns implements AssessmentStep {

    private final ReturnRisks risks;
    private final PredictionMessages messages;

    AssessReturns(ReturnRisks risks, PredictionMessages messages) {
        this.risks = risks;
        this.messages = messages;
    }

    @Override
    public Stage stage() {
        return Stage.RETURNS;
    }

    @Override
    public void assess(Draft draft) {
        risks.tendency(draft.profile()).ifPresent(tendency -> {
            draft.message().setReturnTendency(messages.message(tendency));
            draft.add(DerivedFeatures.RETURN_PROBABILITY, new FeatureValue.Number(tendency.probability()));
        });
    }
}
