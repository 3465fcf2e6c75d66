package io.zugabe.segmentation.segment.adapter;

import io.quarkus.arc.All;
import io.zugabe.segmentation.assessment.adapter.AssessmentStep;
import io.zugabe.segmentation.assessment.adapter.Draft;
import io.zugabe.segmentation.assessment.adapter.Stage;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.profile.domain.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/** Features with the derived ones: what the steps of an assessment before segments add. */
@ApplicationScoped
class DerivedValues {

    private static final Logger LOG = Logger.getLogger(DerivedValues.class);

    private final CurrentFeatures features;
    private final List<AssessmentStep> steps;

    DerivedValues(CurrentFeatures features, @All List<AssessmentStep> steps) {
        this.features = features;
        this.steps = steps.stream()
                .filter(step -> step.stage().compareTo(Stage.SEGMENTS) < 0)
                .sorted(Comparator.comparing(AssessmentStep::stage))
                .toList();
    }

    /** The features of a profile at a time. A step that fails leaves its own out, as in an assessment. */
    FeatureVector of(Profile profile, Instant now) {
        Draft draft = new Draft(profile, now, features.now().read(profile, now));
        for (AssessmentStep step : steps) {
            try {
                step.assess(draft);
            } catch (RuntimeException failure) {
                LOG.debugf("Stage %s says nothing: %s", step.stage(), failure.getMessage());
            }
        }
        return draft.features();
    }
}
