package io.zugabe.segmentation.treatment.endpoint;

import com.google.protobuf.Duration;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.segment.adapter.CelConditions;
import io.zugabe.segmentation.segment.adapter.DefinitionMessages;
import io.zugabe.segmentation.segment.endpoint.LocalizedTexts;
import io.zugabe.segmentation.v1.TreatmentPolicy;
import io.zugabe.segmentation.v1.TreatmentRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the form of policies. */
@ApplicationScoped
class PolicyReader {

    static final long LONGEST_SECONDS = java.time.Duration.ofDays(366).toSeconds();

    private static final Pattern ID = Pattern.compile("[a-z0-9_-]{1,60}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,60}");
    private static final int MOST_RULES = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_NOTE = 500;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private final EffectReader effects;

    PolicyReader(EffectReader effects) {
        this.effects = effects;
    }

    /** Notes what is wrong with a policy's form. */
    void check(Violations violations, TreatmentPolicy policy) {
        Set<String> ids = new HashSet<>();
        if (violations.checkSize("rules", policy.getRulesList(), 0, MOST_RULES)) {
            for (int i = 0; i < policy.getRulesCount(); i++) {
                TreatmentRule rule = policy.getRules(i);
                Violations ofRule = violations.at("rules[" + i + "]");
                check(ofRule, rule);
                ofRule.check(ids.add(rule.getRuleId()), "rule_id", rule.getRuleId(), "is the id of another rule too");
            }
        }
        if (policy.hasDismissedQuiet()) {
            checkDuration(violations, "dismissed_quiet", policy.getDismissedQuiet(), 0);
        }
        if (policy.hasBoughtQuiet()) {
            checkDuration(violations, "bought_quiet", policy.getBoughtQuiet(), 0);
        }
        violations.checkLength("note", policy.getNote(), 0, LONGEST_NOTE);
    }

    private void check(Violations violations, TreatmentRule rule) {
        violations.checkPattern("rule_id", rule.getRuleId(), ID, "must be 1 to 60 characters of [a-z0-9_-]");
        LocalizedTexts.check(
                violations, "description", DefinitionMessages.text(rule.getDescription()), LONGEST_DESCRIPTION);
        violations.checkPattern("reason_code", rule.getReasonCode(), CODE, "must be 1 to 60 characters of [A-Z0-9_]");
        switch (rule.getConditionCase()) {
            case SEGMENT_ID ->
                violations.checkPattern("segment_id", rule.getSegmentId(), ID, "must be the id of a segment");
            case EXPRESSION -> violations.checkLength("expression", rule.getExpression(), 1, CelConditions.LONGEST);
            case CONDITION_NOT_SET -> violations.add("condition", "is required: segment_id or expression");
        }
        effects.check(violations.at("effects"), rule.getEffects());
    }

    static void checkDuration(Violations violations, String field, Duration duration, long leastSeconds) {
        boolean holds = duration.getSeconds() >= leastSeconds
                && duration.getSeconds() <= LONGEST_SECONDS
                && duration.getNanos() >= 0
                && duration.getNanos() < NANOS_PER_SECOND;
        violations.check(
                holds,
                field,
                duration.getSeconds() + " s",
                leastSeconds == 0 ? "must be 0 to 366 days" : "must be 1 second to 366 days");
    }
}
