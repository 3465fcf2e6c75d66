package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.rule.RuleChanges.Decision;
import io.zugabe.catalog.rule.RuleChanges.Situation;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import io.zugabe.catalog.rule.domain.ListedRule;
import io.zugabe.catalog.rule.domain.RuleChange;
import io.zugabe.catalog.rule.domain.RuleHistory;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates drafts of rules. */
@Singleton
public final class CreateRule {

    private static final int MOST_VERSIONS_OF_A_RULE = 100;

    private final RuleChanges changes;
    private final RuleChecks checks;
    private final Clock clock;

    CreateRule(RuleChanges changes, RuleChecks checks, Clock clock) {
        this.changes = changes;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * Creates the next version of a rule, or answers the last one if it is a draft of the same text. Fails with
     * the fields of "rule" that are at fault if it does not compile or its tests cannot be run.
     */
    public Uni<ListedRule> create(StatedRule rule, Caller caller) {
        return changes.make(situation -> decide(situation, rule, caller));
    }

    private Decision<ListedRule> decide(Situation situation, StatedRule rule, Caller caller) {
        RuleState state = situation.state();
        Schema schema = situation.book().schemaInForce(state);
        FitRule compiled = checks.check(situation.book(), schema, rule);
        Optional<RuleVersion> same = state.versionsOf(rule.id()).stream()
                .reduce((_, last) -> last)
                .filter(last -> last.state() == RuleVersion.State.DRAFT
                        && last.rule().text().equals(rule.text())
                        && last.rule().tests().equals(rule.tests()));
        if (same.isPresent()) {
            return new Decision<>(RuleChange.NONE, listed(same.get(), compiled));
        }
        Instant now = clock.instant();
        RuleVersion draft = RuleHistory.draft(state, rule.text(), rule.tests(), now, caller.actor());
        List<String> dropped = new ArrayList<>();
        makeRoom(state, rule.id()).ifPresent(version -> dropped.add(version.id()));
        String detail = dropped.isEmpty() ? "" : dropped.getFirst() + " was dropped to make room";
        RuleChange change = new RuleChange(
                List.of(),
                List.of(),
                List.of(draft),
                dropped,
                List.of(caller.did(Action.RULE_CREATED, draft, now, detail)));
        return new Decision<>(change, listed(draft, compiled));
    }

    private static Optional<RuleVersion> makeRoom(RuleState state, String ruleId) {
        boolean full = state.versions().size() >= RuleState.MOST_VERSIONS;
        if (!full && state.versionsOf(ruleId).size() < MOST_VERSIONS_OF_A_RULE) {
            return Optional.empty();
        }
        Optional<RuleVersion> dispensable = RuleHistory.dispensable(state, ruleId);
        if (dispensable.isEmpty()) {
            throw ZugabeException.of(
                    CatalogReason.TOO_MANY_DECLARED,
                    full
                            ? "there are 5,000 versions of rules; delete drafts first"
                            : "there are 100 versions of " + ruleId + "; delete drafts first",
                    Map.of("rule_id", ruleId));
        }
        return dispensable;
    }

    static ListedRule listed(RuleVersion version, FitRule compiled) {
        return new ListedRule(version.rule(), Optional.of(version), false, compiled.reads(), "");
    }
}
