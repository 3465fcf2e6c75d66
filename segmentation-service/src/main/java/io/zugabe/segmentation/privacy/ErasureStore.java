package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.Erasure;
import io.zugabe.segmentation.privacy.domain.PendingErasure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where erasures are noted and done. */
public interface ErasureStore {

    /**
     * Notes an erasure and removes everything that the database holds about everybody who is the same person
     * as the subject, both or none. An erasure that is there already is returned as it is.
     */
    Uni<Erased> erase(UUID id, Subject subject, String actor);

    /**
     * What an erasure did.
     *
     * @param person whom it was about; empty if it was there already
     */
    record Erased(Erasure erasure, Set<Subject> person) {}

    /** Removes what was derived from events that are gone, by somebody who read them before. */
    Uni<Long> sweep(Set<Subject> subjects);

    /**
     * Notes that nothing is left, and forgets who it was.
     *
     * @param archivedEvents events erased from archives
     * @param rows rows swept
     */
    Uni<Void> complete(UUID id, long archivedEvents, long rows);

    /** Erasures of which something may be left, oldest first. */
    Uni<List<PendingErasure>> pending(int most);

    Uni<Optional<Erasure>> find(UUID id);

    /** Erasures, latest first; the sort key is the number, downwards. */
    Uni<List<Erasure>> list(PageRequest page);
}
