package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A cache that can be away. */
final class InMemoryCache implements ProfileCache {

    final Map<Subject, Long> versions = new ConcurrentHashMap<>();
    volatile boolean away;
    volatile boolean failing;

    @Override
    public Uni<List<ServedProfile>> write(Collection<ServedProfile> profiles) {
        return Uni.createFrom().item(() -> {
            if (failing) {
                throw new IllegalStateException("breaks its promise");
            }
            if (away) {
                return List.copyOf(profiles);
            }
            profiles.forEach(profile -> versions.merge(profile.subject(), profile.revision(), Math::max));
            return List.of();
        });
    }

    @Override
    public Uni<Boolean> remove(Collection<Subject> subjects) {
        return Uni.createFrom().item(() -> {
            if (away) {
                return false;
            }
            subjects.forEach(versions::remove);
            return true;
        });
    }
}
