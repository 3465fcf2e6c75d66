package io.zugabe.catalog.fit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.fit.domain.SelectorVocabulary;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.FitPlaces;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.DeleteProduct;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lists the products that fit an anchor, or do not. */
@Singleton
public final class ListFitting {

    private final CatalogFeed feed;

    ListFitting(CatalogFeed feed) {
        this.feed = feed;
    }

    /**
     * A page of products by verdict, type and id. Fails with PRODUCT_NOT_FOUND if there is no such anchor;
     * INVALID_ARGUMENT if nobody declares the type and there is no product of it.
     *
     * @param type only this type and those below it; empty for all types that have to do with the anchor's
     */
    public Uni<Page<FittingEntry>> list(String anchorId, String type, Set<Verdict> verdicts, PageRequest request) {
        return Uni.createFrom()
                .item(() -> page(anchorId, type, verdicts, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Page<FittingEntry> page(String anchorId, String type, Set<Verdict> verdicts, PageRequest request) {
        LiveCatalog catalog = feed.loadedCatalog();
        checkType(catalog, type);
        CatalogEntry anchor = catalog.product(anchorId).orElseThrow(() -> DeleteProduct.notFound(anchorId));
        FitPlaces places = catalog.fitPlaces();
        FitTable table = places.table();
        Map<String, FittingSegment> segments = new TreeMap<>();
        for (String candidateType : catalog.types()) {
            if (isAsked(catalog, table, anchor.product().type(), candidateType, type)) {
                segments.put(candidateType, new FittingSegment(catalog, places, anchor, candidateType, verdicts));
            }
        }
        List<FittingEntry> found = new ArrayList<>();
        FittingPlace after = FittingPlace.read(request.after());
        long total = 0;
        for (Verdict verdict : FittingPlace.ORDER) {
            if (verdicts.contains(verdict)) {
                for (Map.Entry<String, FittingSegment> segment : segments.entrySet()) {
                    total += segment.getValue().count(verdict);
                    String afterId = after.within(verdict, segment.getKey());
                    if (afterId != null) {
                        segment.getValue()
                                .first(verdict, afterId, request.size() + 1 - found.size())
                                .forEach(entry -> found.add(new FittingEntry(
                                        entry, PairAnswer.between(table, catalog.disputes(), anchor, entry))));
                    }
                }
            }
        }
        boolean more = found.size() > request.size();
        List<FittingEntry> page = more ? found.subList(0, request.size()) : found;
        return new Page<>(
                List.copyOf(page), more ? FittingPlace.of(page.getLast()).write() : "", total);
    }

    /** A mistyped type would look like a shop in which nothing fits. */
    private static void checkType(LiveCatalog catalog, String type) {
        if (!type.isEmpty()) {
            Violations violations = Violations.ofRequest();
            new SelectorVocabulary(catalog.schema(), catalog.types())
                    .wrongType(new Selector.ByType(type))
                    .ifPresent(wrong -> violations.check(false, "type", wrong.written(), wrong.why()));
            violations.throwIfAny();
        }
    }

    private static boolean isAsked(
            LiveCatalog catalog, FitTable table, String anchorType, String candidateType, String asked) {
        return asked.isEmpty()
                ? table.gates(anchorType, candidateType) || table.gates(candidateType, anchorType)
                : catalog.schema().isA(candidateType, asked);
    }
}
