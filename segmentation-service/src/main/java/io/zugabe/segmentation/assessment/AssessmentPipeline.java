package io.zugabe.segmentation.assessment;

import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import java.time.Instant;

/** Makes assessments. */
public interface AssessmentPipeline {

    /**
     * The assessment of a profile; reads only memory.
     *
     * @param revision drawn before the profile was read
     */
    Assessed assess(ServedProfile profile, long revision, Instant now);
}
