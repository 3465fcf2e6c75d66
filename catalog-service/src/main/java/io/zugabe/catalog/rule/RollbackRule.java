package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.rule.RuleChanges.Decision;
import io.zugabe.catalog.rule.RuleChanges.Situation;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import io.zugabe.catalog.rule.domain.ListedRule;
import io.zugabe.catalog.rule.domain.RuleChange;
import io.zugabe.catalog.rule.domain.RuleHistory;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes versions in force back. */
@Singleton
public final class RollbackRule {

    private final RuleChanges changes;
    private final Clock clock;

    RollbackRule(RuleChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Takes the version in force back, to the one that it replaced, or the pack's rule, or none. Changes nothing
     * if that is what was done to it last. Fails with RULE_NOT_IN_FORCE if another version is in force.
     *
     * @param version the version in force
     * @return the rule in force now; empty if none is
     */
    public Uni<Optional<ListedRule>> rollBack(String ruleId, String version, Caller caller) {
        return changes.make(situation -> decide(situation, ruleId, version, caller));
    }

    private Decision<Optional<ListedRule>> decide(Situation situation, String ruleId, String version, Caller caller) {
        RuleState state = situation.state();
        RuleVersion inForce =
                state.find(ruleId, version).orElseThrow(() -> RuleLookup.notInForce(situation, ruleId, version));
        if (RuleHistory.isRolledBack(state, inForce)) {
            return new Decision<>(RuleChange.NONE, inForce(situation, state, ruleId));
        }
        if (inForce.state() != RuleVersion.State.IN_FORCE) {
            throw RuleLookup.notInForce(situation, ruleId, version);
        }
        Instant now = clock.instant();
        List<RuleVersion> changed = RuleHistory.rollBack(state, inForce, now);
        if (changed.isEmpty()) {
            throw ZugabeException.of(
                    CatalogReason.RULE_NOT_IN_FORCE,
                    "the version that " + inForce.id() + " replaced is not kept any more; publish one",
                    Map.of("rule_id", ruleId, "version", version, "in_force", version));
        }
        String detail = "back to " + PublishRule.before(situation, inForce);
        RuleChange change = RuleChange.ofVersions(changed, caller.did(Action.RULE_ROLLED_BACK, inForce, now, detail));
        return new Decision<>(change, inForce(situation, state.withVersions(changed), ruleId));
    }

    /** The rule in force under a state; empty if none is. */
    static Optional<ListedRule> inForce(Situation situation, RuleState state, String ruleId) {
        Schema schema = situation.book().schemaInForce(state);
        Optional<RuleVersion> version = state.inForce(ruleId);
        return version.map(RuleVersion::rule)
                .or(() -> situation.book().packRule(ruleId))
                .map(rule -> ListRules.compiled(
                        situation.book(), schema, new ListedRule(rule, version, true, Set.of(), "")));
    }
}
