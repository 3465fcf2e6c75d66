package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.util.Collection;
import java.util.List;

/** Where profiles are durable, together with how far they are. */
public interface ProfileStore {

    /** How far the profiles are. */
    Uni<Progress> progress();

    /** The profiles of those subjects of whom something is known, in any order. */
    Uni<List<VersionedProfile>> load(Collection<Subject> subjects);

    /** Profiles with a version in (version, ∞), lowest first. */
    Uni<List<VersionedProfile>> changedAfter(long version, int most);

    /**
     * Stores changed profiles and the position they stand for, both or none.
     *
     * @param from the position that the change started from
     * @return false, with nothing stored, if another instance has moved on from there
     */
    Uni<Boolean> commit(long from, Progress to, Collection<VersionedProfile> changed);

    /**
     * How far the profiles are.
     *
     * @param position everything up to here is in them
     * @param cachedPosition every profile as of here, or a newer one, has been written to the cache
     */
    record Progress(long position, long cachedPosition) {}
}
