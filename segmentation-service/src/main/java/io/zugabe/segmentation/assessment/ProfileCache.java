package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.List;

/** Where other services read profiles fast. */
public interface ProfileCache {

    /**
     * Writes profiles under the ids of everybody who belongs to them, never over newer ones; returns those
     * that could not be written. Never fails.
     */
    Uni<List<ServedProfile>> write(Collection<ServedProfile> profiles);

    /** Removes the profiles of subjects; true if they are certainly gone. Never fails. */
    Uni<Boolean> remove(Collection<Subject> subjects);
}
