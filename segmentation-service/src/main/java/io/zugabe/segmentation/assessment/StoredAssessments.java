package io.zugabe.segmentation.assessment;

import io.zugabe.segmentation.assessment.domain.Assessed;
import java.util.Collection;

/** Hears which assessments count: those that were stored, unlike those that somebody only looked at. */
public interface StoredAssessments {

    /** They were stored, unless newer ones had been. Quick and without waiting; does not fail. */
    void stored(Collection<Assessed> assessed);
}
