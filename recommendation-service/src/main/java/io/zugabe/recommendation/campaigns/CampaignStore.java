package io.zugabe.recommendation.campaigns;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Campaigns where they are kept. */
public interface CampaignStore {

    /** Those that have not ended. */
    Uni<List<Campaign>> open();

    Uni<Optional<Stored>> find(String id);

    /** A page of all of them, by id. */
    Uni<Page<Stored>> page(PageRequest page);

    /** Adds one; fails if there is one of its id, or if there are too many. */
    Uni<Stored> create(Campaign campaign, String actor);

    /** Replaces one; empty if it is not at the version before this one any more. */
    Uni<Optional<Stored>> put(Campaign campaign, String actor, String action);

    /**
     * A campaign with when it was made and changed.
     *
     * @param timers number of timers that were made for its audience
     */
    record Stored(Campaign campaign, Instant created, Instant updated, long timers) {}
}
