package io.zugabe.catalog.dispute;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.dispute.domain.MisfitReport;
import io.zugabe.catalog.dispute.domain.ProductPair;
import io.zugabe.catalog.fit.PairAnswer;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.catalog.product.DeleteProduct;
import jakarta.inject.Singleton;
import java.util.List;

/** Stores that two products do not go together, and waits until this replica says so. */
@Singleton
public final class ReportMisfit {

    private final DisputeStore store;
    private final CatalogFeed feed;

    ReportMisfit(DisputeStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** The dispute with the report; fails with PRODUCT_NOT_FOUND if there is no such product. */
    public Uni<Placed<Dispute>> report(ProductPair pair, MisfitReport report) {
        LiveCatalog catalog = feed.loadedCatalog();
        PairAnswer answer =
                PairAnswer.between(catalog.table(), entry(catalog, pair.one()), entry(catalog, pair.other()));
        return store.report(pair, report, answer.verdict(), evidence(answer))
                .call(stored -> feed.visible(stored.position()));
    }

    private static CatalogEntry entry(LiveCatalog catalog, String id) {
        return catalog.product(id).orElseThrow(() -> DeleteProduct.notFound(id));
    }

    private static List<String> evidence(PairAnswer answer) {
        return answer instanceof PairAnswer.Answered answered
                ? answered.answer().answer().grounds().stream()
                        .map(ground -> ground.authority().evidenceId())
                        .toList()
                : List.of();
    }
}
