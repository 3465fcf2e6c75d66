package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.rule.RuleChanges.Decision;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import io.zugabe.catalog.rule.domain.RuleChange;
import io.zugabe.catalog.rule.domain.RuleVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Deletes drafts of rules. */
@Singleton
public final class DeleteRule {

    private final RuleChanges changes;
    private final Clock clock;

    DeleteRule(RuleChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Deletes a draft; fails with RULE_NOT_FOUND or RULE_NOT_DRAFT if there is none. Answers its id. */
    public Uni<String> delete(String ruleId, String version, Caller caller) {
        return changes.make(situation -> {
            RuleVersion draft = RuleLookup.draft(situation.state(), ruleId, version);
            return new Decision<>(
                    new RuleChange(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(draft.id()),
                            List.of(caller.did(Action.RULE_DELETED, draft, clock.instant(), ""))),
                    draft.id());
        });
    }
}
