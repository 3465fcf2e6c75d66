package io.zugabe.segmentation.prediction.adapter;

import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.feature.domain.DerivedFeatures;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.replenishment.Replenishments;
import io.zugabe.segmentation.replenishment.domain.Replenishment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the customer will need again, as part of their assessment. */
@ApplicationScoped
class AssessReplenishment implements AssessmentStep {

    private static final int MOST = 50;

    private final Replenishments replenishments;
    private final PredictionMessages messages;

    AssessReplenishment(Replenishments replenishments, PredictionMessages messages) {
        this.replenishments = replenishments;
        this.messages = messages;
    }

    @Override
    public Stage stage() {
        return Stage.REPLENISHMENT;
    }

    @Override
    public void assess(Draft draft) {
        if (replenishments.version() == 0) {
            return;
        }
        List<Replenishment> due = replenishments.due(draft.profile(), draft.now(), MOST);
        due.forEach(each -> draft.message().addReplenishments(messages.message(each)));
        draft.add(
                DerivedFeatures.REPLENISHMENTS_DUE,
                new FeatureValue.Number(due.stream()
                        .filter(each -> !each.due().isAfter(draft.now()))
                        .count()));
    }
}
