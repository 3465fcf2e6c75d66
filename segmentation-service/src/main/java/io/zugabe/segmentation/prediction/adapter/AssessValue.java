package io.zugabe.segmentation.prediction.adapter;

import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.feature.domain.DerivedFeatures;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.value.CustomerValues;
import io.zugabe.segmentation.value.domain.ValueAssessment;
import jakarta.enterprise.context.ApplicationScoped;

/** What the customer is worth, as part of their assessment. */
@ApplicationScoped
class AssessValue implements AssessmentStep {

    private final CustomerValues values;
    private final PredictionMessages messages;

    AssessValue(CustomerValues values, PredictionMessages messages) {
        this.values = values;
        this.messages = messages;
    }

    @Override
    public Stage stage() {
        return Stage.VALUE;
    }

    @Override
    public void assess(Draft draft) {
        values.assess(draft.profile(), draft.now()).ifPresent(assessment -> add(draft, assessment));
    }

    private void add(Draft draft, ValueAssessment assessment) {
        draft.message().setValue(messages.message(assessment));
        draft.add(
                DerivedFeatures.ALIVE_PROBABILITY,
                new FeatureValue.Number(assessment.value().probabilityAlive()));
        draft.add(
                DerivedFeatures.EXPECTED_ORDERS,
                new FeatureValue.Number(assessment.value().expectedPurchases()));
        draft.add(DerivedFeatures.EXPECTED_MARGIN, new FeatureValue.Number(assessment.margin()));
        draft.add(
                DerivedFeatures.SPENDING_LIMIT,
                new FeatureValue.Number(assessment.limit().high()));
    }
}
