package io.zugabe.segmentation.treatment.adapter;

import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.treatment.CurrentPolicy;
import io.zugabe.segmentation.treatment.domain.ProfileFacts;
import io.zugabe.segmentation.treatment.domain.TreatmentFacts;
import io.zugabe.segmentation.v1.SegmentMembership;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says whether and how a customer may be made offers. */
@ApplicationScoped
class AssessTreatment implements AssessmentStep {

    private final CurrentPolicy policy;
    private final TreatmentMessages messages;

    AssessTreatment(CurrentPolicy policy, TreatmentMessages messages) {
        this.policy = policy;
        this.messages = messages;
    }

    @Override
    public Stage stage() {
        return Stage.TREATMENT;
    }

    @Override
    public void assess(Draft draft) {
        List<String> segments = draft.message().getSegmentsList().stream()
                .map(SegmentMembership::getSegmentId)
                .toList();
        TreatmentFacts facts = ProfileFacts.of(draft.profile(), draft.features(), segments);
        draft.message().setTreatment(messages.message(policy.policy().decide(facts, draft.now())));
    }
}
