package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.rule.domain.ListedRule;
import io.zugabe.catalog.rule.domain.RuleBook;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.rule.domain.RuleVersion.State;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists rules by id and version. */
@Singleton
public final class ListRules {

    private final CatalogFeed feed;

    ListRules(CatalogFeed feed) {
        this.feed = feed;
    }

    /**
     * A page of rules.
     *
     * @param ruleId only this rule's versions; empty for all
     */
    public Uni<Page<ListedRule>> list(Set<State> states, String ruleId, PageRequest request) {
        return Uni.createFrom()
                .item(() -> page(states, ruleId, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Page<ListedRule> page(Set<State> states, String ruleId, PageRequest request) {
        LiveCatalog catalog = feed.loadedCatalog();
        RuleBook book = catalog.ruleBook();
        RuleState state = catalog.ruleState();
        List<ListedRule> rules = new ArrayList<>();
        for (StatedRule rule : book.packRules()) {
            boolean inForce = state.inForce(rule.id()).isEmpty();
            if (states.contains(inForce ? State.IN_FORCE : State.SUPERSEDED)) {
                rules.add(new ListedRule(rule, Optional.empty(), inForce, Set.of(), ""));
            }
        }
        for (RuleVersion version : state.versions().values()) {
            if (states.contains(version.state())) {
                rules.add(new ListedRule(
                        version.rule(), Optional.of(version), version.state() == State.IN_FORCE, Set.of(), ""));
            }
        }
        rules.removeIf(rule -> !ruleId.isEmpty() && !rule.rule().id().equals(ruleId));
        rules.sort(Comparator.comparing(ListedRule::sortKey));
        Schema schema = catalog.schema();
        Page<ListedRule> page = Page.of(rules, ListedRule::sortKey, request);
        return new Page<>(
                page.entries().stream()
                        .map(rule -> compiled(book, schema, rule))
                        .toList(),
                page.next(),
                page.total());
    }

    static ListedRule compiled(RuleBook book, Schema schema, ListedRule rule) {
        try {
            FitRule compiled = book.compile(schema, rule.rule());
            return new ListedRule(
                    rule.rule(),
                    rule.version(),
                    rule.inForce(),
                    compiled.reads(),
                    compiled.tooDear().orElse(""));
        } catch (RuleFault e) {
            return new ListedRule(
                    rule.rule(), rule.version(), rule.inForce(), Set.of(), String.valueOf(e.getMessage()));
        }
    }
}
