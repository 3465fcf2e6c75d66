package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.util.Collection;
import java.util.List;

/** Where other services read profiles fast. */
public interface ProfileCache {

    /** Writes profiles, never over newer ones; returns those that could not be written. Never fails. */
    Uni<List<VersionedProfile>> write(Collection<VersionedProfile> profiles);

    /** Removes the profiles of subjects; true if they are certainly gone. Never fails. */
    Uni<Boolean> remove(Collection<Subject> subjects);
}
