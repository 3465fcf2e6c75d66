package io.zugabe.catalog.rule;

import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.rule.RuleChanges.Situation;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.kit.error.ZugabeException;
import java.util.Map;

/** Finding versions, and failing in the same way everywhere if there are none. */
final class RuleLookup {

    private RuleLookup() {}

    static RuleVersion version(RuleState state, String ruleId, String version) {
        return state.find(ruleId, version)
                .orElseThrow(() -> ZugabeException.of(
                        CatalogReason.RULE_NOT_FOUND,
                        "there is no version \"" + version + "\" of a rule \"" + ruleId
                                + "\" that was created at run time",
                        Map.of("rule_id", ruleId, "version", version)));
    }

    /** The version of a rule that is in force, the pack's included; empty if none is. */
    static String inForce(Situation situation, String ruleId) {
        return situation
                .state()
                .inForce(ruleId)
                .map(RuleVersion::version)
                .or(() -> situation.book().packRule(ruleId).map(StatedRule::version))
                .orElse("");
    }

    /** The failure of a caller who takes another version to be in force than is. */
    static ZugabeException notInForce(Situation situation, String ruleId, String expected) {
        String inForce = inForce(situation, ruleId);
        return ZugabeException.of(
                CatalogReason.RULE_NOT_IN_FORCE,
                (expected.isEmpty() ? "no version" : "version " + expected) + " of " + ruleId
                        + " was expected to be in force; " + (inForce.isEmpty() ? "none" : inForce) + " is",
                Map.of("rule_id", ruleId, "version", expected, "in_force", inForce));
    }

    static RuleVersion draft(RuleState state, String ruleId, String version) {
        RuleVersion found = version(state, ruleId, version);
        if (found.state() != RuleVersion.State.DRAFT) {
            throw ZugabeException.of(
                    CatalogReason.RULE_NOT_DRAFT,
                    found.id() + " was published before; create a new version of the rule instead",
                    Map.of("rule_id", ruleId, "version", version));
        }
        return found;
    }
}
