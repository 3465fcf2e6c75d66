package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where profiles are built anew beside those that are served. */
public interface RebuildStore {

    /** Begins with no profiles at position 0; false if a rebuild runs already. */
    Uni<Boolean> begin(String actor, Instant now);

    /** The rebuild that runs, or the latest one; empty if there was none. */
    Uni<Optional<Rebuild>> latest();

    /** The profiles that are being built. */
    ProfileStore shadow();

    /** Serves the new profiles instead of the old; false, with nothing changed, if they are not as far as those. */
    Uni<Boolean> swap(Instant now);
}
