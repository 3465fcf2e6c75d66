package io.zugabe.catalog.fit;

import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers for pairs of products whether they go together. */
@Singleton
public final class CheckFit {

    private final CatalogFeed feed;

    CheckFit(CatalogFeed feed) {
        this.feed = feed;
    }

    /** One answer per pair, anchor by anchor, candidates in their order. */
    public List<PairAnswer> check(List<String> anchors, List<String> candidates) {
        LiveCatalog catalog = feed.loadedCatalog();
        FitTable table = catalog.table();
        List<Optional<CatalogEntry>> candidateEntries =
                candidates.stream().map(catalog::product).toList();
        List<PairAnswer> answers = new ArrayList<>(anchors.size() * candidates.size());
        for (String anchor : anchors) {
            Optional<CatalogEntry> anchorEntry = catalog.product(anchor);
            for (int i = 0; i < candidates.size(); i++) {
                answers.add(PairAnswer.of(
                        table, catalog.disputes(), anchor, anchorEntry, candidates.get(i), candidateEntries.get(i)));
            }
        }
        return answers;
    }
}
