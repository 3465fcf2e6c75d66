package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.paging.Page;
import io.zugabe.catalog.paging.PageRequest;
import io.zugabe.catalog.rule.domain.RuleBook;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.rule.domain.TestResult;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        List<TestResult> results = new ArrayList<>();
        Schema schema = catalog.schema();
        rules.forEach(rule -> results.addAll(run(book, schema, rule)));
        results.sort(Comparator.comparing(TestRules::sortKey));
        long passed = results.stream().filter(TestResult::passed).count();
        return new Results(Page.of(results, TestRules::sortKey, request), passed, results.size() - passed);
    }

    private static List<TestResult> run(RuleBook book, Schema schema, StatedRule rule) {
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

    private static String sortKey(TestResult result) {
        return (result.passed() ? "1 " : "0 ") + result.ruleId() + " "
                + result.test().name();
    }

    /** A page of results, and how many there are over all pages. */
    public record Results(Page<TestResult> page, long passed, long failed) {}
}
