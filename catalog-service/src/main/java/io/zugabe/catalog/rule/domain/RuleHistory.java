package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.rule.domain.RuleVersion.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of the versions of a rule. A version is published once, so that going back always ends. */
public final class RuleHistory {

    private RuleHistory() {}

    /** The next version of a rule, as a draft. */
    public static RuleVersion draft(RuleState state, RuleText text, List<RuleTest> tests, Instant now, String creator) {
        int number = state.nextNumber(text.id());
        StatedRule rule = new StatedRule(text, RuleVersion.nameOf(number), tests);
        return new RuleVersion(rule, number, State.DRAFT, 0, now, creator, null);
    }

    /** The versions that change if a draft is published: it and the one in force. */
    public static List<RuleVersion> publish(RuleState state, RuleVersion draft, Instant now) {
        List<RuleVersion> changed = new ArrayList<>();
        Optional<RuleVersion> inForce = state.inForce(draft.ruleId());
        inForce.map(RuleVersion::superseded).ifPresent(changed::add);
        changed.add(draft.published(inForce.map(RuleVersion::number).orElse(0), now));
        return changed;
    }

    /**
     * The versions that change if the one in force is taken back: it and the one that it replaced.
     *
     * @return empty if the one that it replaced is not kept any more
     */
    public static List<RuleVersion> rollBack(RuleState state, RuleVersion inForce, Instant now) {
        if (inForce.replaces() == 0) {
            return List.of(inForce.superseded());
        }
        return state.find(inForce.ruleId(), RuleVersion.nameOf(inForce.replaces()))
                .map(replaced -> List.of(inForce.superseded(), replaced.restored(now)))
                .orElse(List.of());
    }

    /** Whether what is in force of a rule is what taking a version back left. */
    public static boolean isRolledBack(RuleState state, RuleVersion version) {
        int inForce = state.inForce(version.ruleId()).map(RuleVersion::number).orElse(0);
        return version.state() == State.SUPERSEDED && version.replaces() == inForce;
    }

    /** The oldest version of a rule that nobody needs: superseded, and not what a rollback goes back to next. */
    public static Optional<RuleVersion> dispensable(RuleState state, String ruleId) {
        int next = state.inForce(ruleId).map(RuleVersion::replaces).orElse(0);
        return state.versionsOf(ruleId).stream()
                .filter(version -> version.state() == State.SUPERSEDED && version.number() != next)
                .findFirst();
    }
}
