package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.identity.domain.Edge;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.util.Collection;
import java.util.List;

/** Where profiles are durable, together with how far they are. */
public interface ProfileStore {

    /** How far the profiles are. */
    Uni<Progress> progress();

    /** The profiles of those subjects of whom something is known, in any order; each of the subject alone. */
    Uni<List<VersionedProfile>> load(Collection<Subject> subjects);

    /**
     * Stores changed profiles, statements about who is the same person, and the position they stand for:
     * all or none.
     *
     * @param from what the change started from
     * @param to the position that the profiles then stand for
     * @return false, with nothing stored, if another instance has moved on from there, or somebody was
     *     erased since then whose events the change may hold
     */
    Uni<Boolean> commit(Progress from, long to, Collection<VersionedProfile> changed, Collection<Edge> edges);

    /**
     * How far the profiles are.
     *
     * @param position everything up to here is in them
     * @param erasures how often somebody was erased
     */
    record Progress(long position, long erasures) {}
}
