package io.zugabe.catalog.rule;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.paging.Page;
import io.zugabe.catalog.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Lists the rules in force by id. */
@Singleton
public final class ListRules {

    private final List<FitRule> rules;

    ListRules(LiveCatalog catalog) {
        this.rules = catalog.rules().rules().stream()
                .sorted(Comparator.comparing(FitRule::id))
                .toList();
    }

    /** A page of rules. */
    public Page<FitRule> list(PageRequest request) {
        return Page.of(rules, FitRule::id, request);
    }
}
