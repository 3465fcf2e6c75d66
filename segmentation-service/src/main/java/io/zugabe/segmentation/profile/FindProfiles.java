package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds profiles, and puts what was found back in the cache: who asks here missed it there. */
@ApplicationScoped
public class FindProfiles {

    private final ProfileStore store;
    private final ProfileCache cache;

    public FindProfiles(ProfileStore store, ProfileCache cache) {
        this.store = store;
        this.cache = cache;
    }

    /** The profiles of those subjects of whom something is known. */
    public Uni<Map<Subject, VersionedProfile>> find(Collection<Subject> subjects) {
        return store.load(subjects)
                .invoke(found -> cache.write(found).subscribe().with(missed -> {}))
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                versioned -> versioned.profile().subject(), Function.identity())));
    }
}
