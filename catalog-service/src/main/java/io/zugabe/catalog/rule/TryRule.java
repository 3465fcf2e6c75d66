package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.rule.RuleChanges.Situation;
import io.zugabe.catalog.rule.domain.ListedRule;
import io.zugabe.catalog.rule.domain.RuleHistory;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.rule.domain.TestResult;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.kit.error.Violations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Tries a rule over types that may not be declared yet, and stores nothing. */
@Singleton
public final class TryRule {

    private final CatalogFeed feed;
    private final RuleChecks checks;
    private final DryRunRule dryRun;
    private final Clock clock;

    TryRule(CatalogFeed feed, RuleChecks checks, DryRunRule dryRun, Clock clock) {
        this.feed = feed;
        this.checks = checks;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    /**
     * Tries. Fails with the fields of "types" that contradict what is declared, and with the fields of "rule" that are
     * at fault if it could not become a draft.
     *
     * @param types that are taken to be declared
     * @param examples of each change of a verdict
     */
    public Uni<Trial> tryOut(StatedRule rule, List<TypeDeclaration> types, int examples) {
        return Uni.createFrom()
                .item(() -> trial(rule, types, examples))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Trial trial(StatedRule rule, List<TypeDeclaration> types, int examples) {
        LiveCatalog catalog = feed.loadedCatalog();
        RuleState state = catalog.ruleState().withTypes(types);
        Violations violations = Violations.ofRequest();
        UpsertTypes.checkTypes(new Situation(catalog.ruleBook(), catalog.ruleState()), state, types, violations);
        violations.throwIfAny();
        Schema schema = catalog.ruleBook().schemaInForce(state);
        FitRule compiled = checks.check(catalog.ruleBook(), schema, rule);
        RuleVersion draft = RuleHistory.draft(state, rule.text(), rule.tests(), clock.instant(), "");
        return new Trial(
                CreateRule.listed(draft, compiled),
                TestRules.run(catalog.ruleBook(), schema, draft.rule()),
                dryRun.compare(catalog, state, draft, examples));
    }

    /**
     * What a trial came to.
     *
     * @param rule as the draft that it would be
     * @param results of its tests, in its order
     * @param dryRun what it would change together with the types
     */
    public record Trial(ListedRule rule, List<TestResult> results, DryRunRule.DryRun dryRun) {}
}
