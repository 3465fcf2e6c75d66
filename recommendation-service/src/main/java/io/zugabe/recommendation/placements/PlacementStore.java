package io.zugabe.recommendation.placements;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.decision.domain.Placement;
import java.util.List;
import java.util.Optional;

/** Where placements' rules are kept, with all their changes. */
public interface PlacementStore {

    /** The sum of the numbers of the changes in force, which differs after every change; 0 if there was none. */
    Uni<Long> state();

    /** The rules in force of all placements that were ever set. */
    Uni<List<StoredRules>> inForce();

    /**
     * Replaces the rules of a placement, if those in force have a version.
     *
     * @param expected 0 if none were ever set
     * @return what is in force now; empty if another version is
     */
    Uni<Optional<StoredRules>> replace(Placement placement, long expected, byte[] message, String author, String note);

    /**
     * The latest changes before one, newest first.
     *
     * @param before number of a change, exclusive
     */
    Uni<List<StoredRules>> changes(Optional<Placement> placement, long before, int most);
}
