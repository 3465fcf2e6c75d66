package io.zugabe.catalog.dispute;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.DisputeIndex;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Predicate;

/** Lists disputes, those first reported last first. */
@Singleton
public final class ListDisputes {

    private final CatalogFeed feed;

    ListDisputes(CatalogFeed feed) {
        this.feed = feed;
    }

    /**
     * A page of disputes in one of some states. May look at many of other states, so not on an event loop.
     *
     * @param productId only those about this product; empty for all
     */
    public Uni<Page<Placed<Dispute>>> list(Set<Dispute.State> states, String productId, PageRequest request) {
        return Uni.createFrom()
                .item(() -> page(feed.loadedCatalog().disputes(), states, productId, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    static Page<Placed<Dispute>> page(
            DisputeIndex disputes, Set<Dispute.State> states, String productId, PageRequest request) {
        Predicate<Placed<Dispute>> asked =
                placed -> states.contains(placed.value().state());
        if (productId.isEmpty()) {
            long total = states.stream().mapToLong(disputes::count).sum();
            return Page.after(disputes.byAge(), asked, request, total);
        }
        NavigableMap<String, Placed<Dispute>> about = disputes.about(productId);
        return Page.after(
                about, asked, request, about.values().stream().filter(asked).count());
    }
}
