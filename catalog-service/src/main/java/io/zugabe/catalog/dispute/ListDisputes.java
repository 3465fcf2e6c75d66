package io.zugabe.catalog.dispute;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.DisputeIndex;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.catalog.paging.Page;
import io.zugabe.catalog.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/** Lists disputes, those first reported last first. */
@Singleton
public final class ListDisputes {

    private final CatalogFeed feed;

    ListDisputes(CatalogFeed feed) {
        this.feed = feed;
    }

    /**
     * A page of disputes in one of some states.
     *
     * @param productId only those about this product; empty for all
     */
    public Page<Placed<Dispute>> list(Set<Dispute.State> states, String productId, PageRequest request) {
        DisputeIndex disputes = feed.loadedCatalog().disputes();
        return Page.of(
                productId.isEmpty() ? disputes.newestFirst() : disputes.about(productId),
                placed -> states.contains(placed.value().state()),
                DisputeIndex::sortKey,
                request);
    }
}
