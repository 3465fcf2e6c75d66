package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where profiles are durable, together with how far they are. */
public interface ProfileStore {

    /** How far the profiles are. */
    Uni<Progress> progress();

    /** The profiles of those subjects of whom something is known, in any order. */
    Uni<List<VersionedProfile>> load(Collection<Subject> subjects);

    /**
     * Goes through the profiles in the order of their subjects' keys, for those with a version in
     * (version, ∞). Costs as much as it looks at, however many there are.
     *
     * @param key looks at subjects with keys in (key, ∞); empty for all
     * @param most looks at so many profiles at most
     */
    Uni<Page> changedAfter(long version, String key, int most);

    /**
     * A run of the profiles.
     *
     * @param changed those of the version asked for
     * @param lastKey the last key that was looked at; empty if there was none left
     */
    record Page(List<VersionedProfile> changed, Optional<String> lastKey) {}

    /**
     * Stores changed profiles and the position they stand for, both or none.
     *
     * @param from what the change started from
     * @return false, with nothing stored, if another instance has moved on from there, or somebody was
     *     erased since then whose events the change may hold
     */
    Uni<Boolean> commit(Progress from, Progress to, Collection<VersionedProfile> changed);

    /**
     * How far the profiles are.
     *
     * @param position everything up to here is in them
     * @param cachedPosition every profile as of here, or a newer one, has been written to the cache
     * @param erasures how often somebody was erased
     */
    record Progress(long position, long cachedPosition, long erasures) {}
}
