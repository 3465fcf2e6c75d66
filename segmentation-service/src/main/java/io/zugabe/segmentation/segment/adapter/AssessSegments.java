package io.zugabe.segmentation.segment.adapter;

import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.segment.CurrentSegments;
import io.zugabe.segmentation.segment.domain.SegmentMatch;
import io.zugabe.segmentation.v1.SegmentMembership;
import jakarta.enterprise.context.ApplicationScoped;

/** Says which segments a customer is in. Since when, the assessment before it knows. */
@ApplicationScoped
class AssessSegments implements AssessmentStep {

    private final CurrentSegments segments;

    AssessSegments(CurrentSegments segments) {
        this.segments = segments;
    }

    @Override
    public Stage stage() {
        return Stage.SEGMENTS;
    }

    @Override
    public void assess(Draft draft) {
        segments.book()
                .evaluate(draft.features())
                .forEach(match -> draft.message().addSegments(message(match)));
    }

    private static SegmentMembership message(SegmentMatch match) {
        return SegmentMembership.newBuilder()
                .setSegmentId(match.segmentId())
                .setSegmentVersion(match.version())
                .setWhy(DefinitionMessages.message(match.why()))
                .build();
    }
}
