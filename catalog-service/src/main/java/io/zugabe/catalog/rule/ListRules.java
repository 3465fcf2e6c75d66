package io.zugabe.catalog.rule;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.paging.Page;
import io.zugabe.catalog.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Lists the rules in force by id. */
@Singleton
public final class ListRules {

    private final CatalogFeed feed;

    ListRules(CatalogFeed feed) {
        this.feed = feed;
    }

    /** A page of rules. */
    public Page<FitRule> list(PageRequest request) {
        List<FitRule> rules = feed.loadedCatalog().rules().rules().stream()
                .sorted(Comparator.comparing(FitRule::id))
                .toList();
        return Page.of(rules, FitRule::id, request);
    }
}
