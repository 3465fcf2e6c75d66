package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.ProfileCache;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** Finds profiles, and puts what was found back in the cache: who asks here missed it there. */
@ApplicationScoped
public class FindProfiles {

    private final ProfileGroups groups;
    private final ProfileCache cache;

    public FindProfiles(ProfileGroups groups, ProfileCache cache) {
        this.groups = groups;
        this.cache = cache;
    }

    /** By whom was asked for, the profiles of those of whom something is known. */
    public Uni<Map<Subject, ServedProfile>> find(Collection<Subject> subjects) {
        return groups.load(subjects)
                .invoke(found -> cache.write(ServedProfile.persons(found.values()))
                        .subscribe()
                        .with(missed -> {}));
    }
}
