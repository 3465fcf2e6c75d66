package io.zugabe.catalog.dispute;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.dispute.domain.Decision;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.Placed;
import jakarta.inject.Singleton;

/** Decides a dispute, and waits until the decision counts in this replica. */
@Singleton
public final class ResolveDispute {

    private final DisputeStore store;
    private final CatalogFeed feed;

    ResolveDispute(DisputeStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** The dispute after the decision; fails with DISPUTE_NOT_FOUND or, if it changed meanwhile, ETAG_MISMATCH. */
    public Uni<Placed<Dispute>> resolve(String disputeId, String etag, Dispute.State settled, Decision decision) {
        return store.decide(disputeId, etag, settled, decision)
                .map(decided -> decided.orElseThrow(() -> FindDispute.notFound(disputeId)))
                .call(decided -> feed.visible(decided.position()));
    }
}
