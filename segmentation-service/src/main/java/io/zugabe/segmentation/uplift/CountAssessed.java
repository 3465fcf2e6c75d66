package io.zugabe.segmentation.uplift;

import io.zugabe.segmentation.assessment.StoredAssessments;
import io.zugabe.segmentation.assessment.domain.Assessed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Counts whom the uplift model is used for. */
@ApplicationScoped
class CountAssessed implements StoredAssessments {

    private final ScoreUplift scoreUplift;

    CountAssessed(ScoreUplift scoreUplift) {
        this.scoreUplift = scoreUplift;
    }

    @Override
    public void stored(Collection<Assessed> assessed) {
        assessed.forEach(each -> scoreUplift.count(each.features()));
    }
}
