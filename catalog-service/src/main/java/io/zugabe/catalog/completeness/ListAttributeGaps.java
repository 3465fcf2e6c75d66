package io.zugabe.catalog.completeness;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.completeness.domain.AttributeGap;
import io.zugabe.catalog.completeness.domain.AttributeGaps;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.paging.Page;
import io.zugabe.catalog.paging.PageRequest;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;

/** Lists what is worth completing in the catalog. */
@Singleton
public final class ListAttributeGaps {

    private static final BigDecimal ABOVE_ALL_REVENUES = BigDecimal.TEN.pow(40);

    private final CatalogFeed feed;

    ListAttributeGaps(CatalogFeed feed) {
        this.feed = feed;
    }

    /** A page of the gaps of products of a type or a type below it. Reads them all, so not on an event loop. */
    public Uni<Page<AttributeGap>> list(String type, PageRequest request) {
        return Uni.createFrom()
                .item(() -> page(AttributeGaps.of(feed.loadedCatalog(), type), request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Page<AttributeGap> page(List<AttributeGap> gaps, PageRequest request) {
        return Page.of(gaps, ListAttributeGaps::sortKey, request);
    }

    /** Sorts as the gaps are sorted: large numbers first. */
    private static String sortKey(AttributeGap gap) {
        return "%019d %s %s"
                .formatted(
                        Long.MAX_VALUE - gap.products(),
                        ABOVE_ALL_REVENUES.subtract(gap.revenue()).setScale(9).toPlainString(),
                        String.join(",", gap.attributes()));
    }
}
