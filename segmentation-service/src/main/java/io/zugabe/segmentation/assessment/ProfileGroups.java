package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.Map;

/** Profiles put together with everybody who is the same person. */
public interface ProfileGroups {

    /** By whom was asked for, the profile that is served for them; without those of whom nothing is known. */
    Uni<Map<Subject, ServedProfile>> load(Collection<Subject> subjects);
}
