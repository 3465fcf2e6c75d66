package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.rule.domain.RuleBook;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.rule.domain.TestResult;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the tests that stand beside rules. */
@Singleton
public final class TestRules {

    private final CatalogFeed feed;

    TestRules(CatalogFeed feed) {
        this.feed = feed;
    }

    /**
     * A page of results, failed ones first.
     *
     * @param ruleId whose tests; empty for those of all rules in force
     * @param version of that rule; empty for the one in force
     */
    public Uni<Results> run(String ruleId, String version, PageRequest request) {
        return Uni.createFrom()
                .item(() -> page(ruleId, version, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Results page(String ruleId, String version, PageRequest request) {
        LiveCatalog catalog = feed.loadedCatalog();
        RuleBook book = catalog.ruleBook();
        RuleState state = catalog.ruleState();
        List<StatedRule> rules = version.isEmpty()
                ? book.inForce(state).stream()
                        .filter(rule -> ruleId.isEmpty() || rule.id().equals(ruleId))
                        .toList()
                : List.of(RuleLookup.version(state, ruleId, version).rule());
        if (rules.isEmpty()) {
            throw ZugabeException.of(
                    CatalogReason.RULE_NOT_FOUND,
                    "no rule \"" + ruleId + "\" is in force",
                    Map.of("rule_id", ruleId, "version", version));
        }
        return page(book, catalog.schema(), rules, request);
    }

    static Results page(RuleBook book, Schema schema, List<StatedRule> rules, PageRequest request) {
        SortedMap<String, TestResult> results = new TreeMap<>();
        for (StatedRule rule : rules) {
            List<TestResult> ofRule = run(book, schema, rule);
            for (int i = 0; i < ofRule.size(); i++) {
                results.put(sortKey(ofRule.get(i), i), ofRule.get(i));
            }
        }
        long passed = results.values().stream().filter(TestResult::passed).count();
        Page<Map.Entry<String, TestResult>> page = Page.of(results.entrySet(), Map.Entry::getKey, request);
        return new Results(
                new Page<>(page.entries().stream().map(Map.Entry::getValue).toList(), page.next(), page.total()),
                passed,
                results.size() - passed);
    }

    static List<TestResult> run(RuleBook book, Schema schema, StatedRule rule) {
        try {
            FitRule compiled = book.compile(schema, rule);
            return rule.tests().stream().map(test -> test.run(schema, compiled)).toList();
        } catch (RuleFault e) {
            String failure = "cannot be run, the rule does not compile: " + e.getMessage();
            return rule.tests().stream()
                    .map(test -> new TestResult(rule.id(), rule.version(), test, null, List.of(), Set.of(), failure))
                    .toList();
        }
    }

    /** Two tests of a pack's rule may have the same name; the test's place in its rule tells them apart. */
    private static String sortKey(TestResult result, int place) {
        return String.format(
                Locale.ROOT,
                "%s %s %s %04d",
                result.passed() ? "1" : "0",
                result.ruleId(),
                result.test().name(),
                place);
    }

    /** A page of results, and how many there are over all pages. */
    public record Results(Page<TestResult> page, long passed, long failed) {}
}
