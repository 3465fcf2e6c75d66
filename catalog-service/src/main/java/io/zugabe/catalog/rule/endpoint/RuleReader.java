package io.zugabe.catalog.rule.endpoint;

import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.rule.adapter.StatedRuleMessages;
import io.zugabe.catalog.rule.domain.RuleVersion.State;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.RuleLimit;
import io.zugabe.kit.error.Violations;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads rules from messages, noting everything that is wrong with them. */
final class RuleReader {

    /** Identifiers of rules. */
    private static final Pattern RULE_ID = Pattern.compile("[a-z0-9_-]{1,60}/[a-z0-9_-]{1,60}");

    private static final Pattern VERSION = Pattern.compile("r[1-9][0-9]{0,8}");
    private static final int MOST_STATES = 3;
    private static final int MOST_LIMITS = 20;
    private static final int LONGEST_EXPRESSION = 4_000;
    private static final int LONGEST_PROVENANCE = 1_000;
    private static final int LONGEST_UNIT = 20;

    private RuleReader() {}

    /** Notes a violation unless a text is the id of a rule. */
    static void checkRuleId(Violations violations, String field, String id) {
        violations.checkPattern(
                field, id, RULE_ID, "must be \"pack/name\", each part 1 to 60 characters of a-z 0-9 _ -");
    }

    /** Notes a violation unless a text is the name of a version that was created at run time. */
    static void checkVersion(Violations violations, String version) {
        violations.checkPattern("version", version, VERSION, "must be r1, r2, …");
    }

    /** The states that are asked for; in force if none is. */
    static Set<State> states(List<Rule.State> sent, List<Integer> values, Violations violations) {
        violations.checkSize("states", sent, 0, MOST_STATES);
        Set<State> states = EnumSet.noneOf(State.class);
        for (int i = 0; i < Math.min(sent.size(), MOST_STATES); i++) {
            switch (sent.get(i)) {
                case STATE_DRAFT -> states.add(State.DRAFT);
                case STATE_IN_FORCE -> states.add(State.IN_FORCE);
                case STATE_SUPERSEDED -> states.add(State.SUPERSEDED);
                case STATE_UNSPECIFIED, UNRECOGNIZED ->
                    violations.add("states[" + i + "]", "\"" + values.get(i) + "\" is no state");
            }
        }
        return states.isEmpty() ? EnumSet.of(State.IN_FORCE) : states;
    }

    /** The rule of a message, without version; empty if anything is wrong with it, which is noted. */
    static Optional<StatedRule> read(Rule message, Violations violations) {
        checkRuleId(violations, "rule_id", message.getRuleId());
        Fields.checkKey(violations, "host_type", message.getHostType());
        Fields.checkKey(violations, "part_type", message.getPartType());
        violations.checkLength("applies", message.getApplies(), 0, LONGEST_EXPRESSION);
        violations.checkLength("fits", message.getFits(), 1, LONGEST_EXPRESSION);
        violations.checkSize("limits", message.getLimitsList(), 0, MOST_LIMITS);
        for (int i = 0; i < Math.min(message.getLimitsCount(), MOST_LIMITS); i++) {
            checkLimit(violations.at("limits[" + i + "]"), message.getLimits(i));
        }
        violations.checkLength("provenance", message.getProvenance(), 1, LONGEST_PROVENANCE);
        violations.check(
                message.getCertainty() != Rule.Certainty.UNRECOGNIZED,
                "certainty",
                message.getCertaintyValue(),
                "is no certainty");
        if (!message.getLiftedByType().isEmpty()) {
            Fields.checkKey(violations, "lifted_by_type", message.getLiftedByType());
        }
        Fields.checkText(violations, "fits_sentence", message.getFitsSentence(), true);
        Fields.checkText(violations, "does_not_fit_sentence", message.getDoesNotFitSentence(), true);
        Fields.checkText(violations, "unknown_sentence", message.getUnknownSentence(), false);
        TestReader.check(violations, message.getTestsList());
        return violations.isEmpty() ? Optional.of(StatedRuleMessages.toRule(message, "")) : Optional.empty();
    }

    private static void checkLimit(Violations violations, RuleLimit limit) {
        violations.checkLength("when", limit.getWhen(), 1, LONGEST_EXPRESSION);
        Fields.checkKey(violations, "attribute", limit.getAttribute());
        violations.checkLength("got", limit.getGot(), 1, LONGEST_EXPRESSION);
        violations.checkLength("needed", limit.getNeeded(), 1, LONGEST_EXPRESSION);
        violations.checkLength("unit", limit.getUnit(), 0, LONGEST_UNIT);
        Fields.checkText(violations, "sentence", limit.getSentence(), true);
        if (!limit.getLiftedByType().isEmpty()) {
            Fields.checkKey(violations, "lifted_by_type", limit.getLiftedByType());
        }
    }
}
