package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.rule.RuleChanges.Decision;
import io.zugabe.catalog.rule.RuleChanges.Situation;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import io.zugabe.catalog.rule.domain.ListedRule;
import io.zugabe.catalog.rule.domain.RuleChange;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.rule.domain.RuleHistory;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.rule.domain.TestResult;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts drafts in force. */
@Singleton
public final class PublishRule {

    private static final int MOST_NAMED = 5;

    private final RuleChanges changes;
    private final Clock clock;

    PublishRule(RuleChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Publishes a draft. Changes nothing if it is in force. Fails with RULE_NOT_FOUND, RULE_NOT_DRAFT,
     * RULE_NOT_IN_FORCE, RULE_DOES_NOT_COMPILE or RULE_TESTS_FAILED; then nothing changes.
     *
     * @param expected the version that must be in force, which may be a pack's; "" for none, empty for whichever is
     */
    public Uni<ListedRule> publish(String ruleId, String version, Optional<String> expected, Caller caller) {
        return changes.make(situation -> decide(situation, ruleId, version, expected, caller));
    }

    private Decision<ListedRule> decide(
            Situation situation, String ruleId, String version, Optional<String> expected, Caller caller) {
        Optional<RuleVersion> published =
                situation.state().inForce(ruleId).filter(each -> each.version().equals(version));
        if (published.isPresent()) {
            return new Decision<>(
                    RuleChange.NONE,
                    RollbackRule.inForce(situation, situation.state(), ruleId).orElseThrow());
        }
        expected.filter(each -> !each.equals(RuleLookup.inForce(situation, ruleId)))
                .ifPresent(each -> {
                    throw RuleLookup.notInForce(situation, ruleId, each);
                });
        RuleVersion draft = RuleLookup.draft(situation.state(), ruleId, version);
        Schema schema = situation.book().schemaInForce(situation.state());
        FitRule compiled = compile(situation, schema, draft);
        requirePassingTests(schema, compiled, draft);
        Instant now = clock.instant();
        List<RuleVersion> changed = RuleHistory.publish(situation.state(), draft, now);
        RuleVersion inForce = changed.getLast();
        String detail = "in place of " + before(situation, inForce);
        return new Decision<>(
                RuleChange.ofVersions(changed, caller.did(Action.RULE_PUBLISHED, inForce, now, detail)),
                new ListedRule(inForce.rule(), Optional.of(inForce), true, compiled.reads(), ""));
    }

    /** What is in force without a version, in English. */
    static String before(Situation situation, RuleVersion version) {
        return version.replaces() != 0
                ? RuleVersion.nameOf(version.replaces())
                : situation.book().packRule(version.ruleId()).isPresent() ? "the pack's rule" : "none";
    }

    private static FitRule compile(Situation situation, Schema schema, RuleVersion draft) {
        try {
            return situation.book().compile(schema, draft.rule());
        } catch (RuleFault e) {
            throw ZugabeException.of(
                    CatalogReason.RULE_DOES_NOT_COMPILE,
                    "types changed since " + draft.id() + " was created: " + e.getMessage(),
                    Map.of("rule_id", draft.ruleId(), "version", draft.version(), "field", "rule." + e.field()));
        }
    }

    private static void requirePassingTests(Schema schema, FitRule compiled, RuleVersion draft) {
        List<TestResult> failed = draft.rule().tests().stream()
                .map(test -> test.run(schema, compiled))
                .filter(result -> !result.passed())
                .toList();
        if (!failed.isEmpty()) {
            String named =
                    failed.stream().limit(MOST_NAMED).map(TestResult::describe).collect(Collectors.joining("; "));
            String more = failed.size() > MOST_NAMED ? " and " + (failed.size() - MOST_NAMED) + " more" : "";
            throw ZugabeException.of(
                    CatalogReason.RULE_TESTS_FAILED,
                    named + more,
                    Map.of("rule_id", draft.ruleId(), "version", draft.version(), "failed_count", "" + failed.size()));
        }
    }
}
