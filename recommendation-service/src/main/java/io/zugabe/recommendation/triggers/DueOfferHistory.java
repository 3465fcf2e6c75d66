package io.zugabe.recommendation.triggers;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.recommendation.triggers.domain.DueOfferState;
import java.util.Optional;
import java.util.UUID;

/** What is pending, what became of what was due, and who changed what. Pages do not tell the number of all entries. */
public interface DueOfferHistory {

    /**
     * Timers that are pending, the next one due first.
     *
     * @param subject only theirs; empty for all
     */
    Uni<Page<PendingTimer>> timers(String subject, PageRequest page);

    /**
     * What became of timers, newest first.
     *
     * @param subject only theirs; empty for all
     */
    Uni<Page<DueOfferStatus>> offers(Optional<DueOfferState> state, String subject, PageRequest page);

    /** Changes, newest first. */
    Uni<Page<TriggerChange>> changes(PageRequest page);

    /** Has a dead due offer sent again; fails if there is none, or if it is not dead. */
    Uni<DueOfferStatus> redeliver(UUID id, String actor);
}
