package io.zugabe.catalog.dispute;

import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.Map;

/** Finds a dispute. */
@Singleton
public final class FindDispute {

    private final CatalogFeed feed;

    FindDispute(CatalogFeed feed) {
        this.feed = feed;
    }

    /** The dispute; fails with DISPUTE_NOT_FOUND if there is no such dispute. */
    public Placed<Dispute> find(String id) {
        return feed.loadedCatalog().disputes().find(id).orElseThrow(() -> notFound(id));
    }

    static ZugabeException notFound(String id) {
        return ZugabeException.of(
                CatalogReason.DISPUTE_NOT_FOUND, "there is no dispute \"" + id + "\"", Map.of("dispute_id", id));
    }
}
