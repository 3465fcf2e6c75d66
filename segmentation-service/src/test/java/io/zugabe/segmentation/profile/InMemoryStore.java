package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.identity.domain.Edge;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/** A store that fails where a test wants it to. */
final class InMemoryStore implements ProfileStore {

    /** Where a commit fails. */
    enum Fault {
        NONE,
        /** Crashed after the profiles were computed, before anything was stored. */
        BEFORE_COMMIT,
        /** Crashed after everything was stored, before anyone was told. */
        AFTER_COMMIT
    }

    final Map<Subject, VersionedProfile> profiles = new HashMap<>();
    final List<Edge> stated = new ArrayList<>();
    final Queue<Fault> faults = new ArrayDeque<>();
    Progress progress = new Progress(0, 0);

    @Override
    public Uni<Progress> progress() {
        return Uni.createFrom().item(() -> progress);
    }

    @Override
    public Uni<List<VersionedProfile>> load(Collection<Subject> subjects) {
        return Uni.createFrom()
                .item(() -> subjects.stream()
                        .map(profiles::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    public Uni<Boolean> commit(Progress from, long to, Collection<VersionedProfile> changed, Collection<Edge> edges) {
        return Uni.createFrom().item(() -> {
            Fault fault = Objects.requireNonNullElse(faults.poll(), Fault.NONE);
            if (fault == Fault.BEFORE_COMMIT) {
                throw new IllegalStateException("crashed before the commit");
            }
            if (progress.position() != from.position() || progress.erasures() != from.erasures()) {
                return false;
            }
            progress = new Progress(to, progress.erasures());
            stated.addAll(edges);
            changed.forEach(profile -> profiles.put(profile.profile().subject(), profile));
            if (fault == Fault.AFTER_COMMIT) {
                throw new IllegalStateException("crashed after the commit");
            }
            return true;
        });
    }
}
