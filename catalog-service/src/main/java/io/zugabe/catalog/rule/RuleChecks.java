package io.zugabe.catalog.rule;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.rule.domain.RuleBook;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;

/** What a rule has to be before it can become a draft. */
@Singleton
final class RuleChecks {

    private final EvaluationTime evaluationTime;

    RuleChecks(EvaluationTime evaluationTime) {
        this.evaluationTime = evaluationTime;
    }

    /**
     * Compiles a rule. Fails with the fields of "rule" that are at fault if it does not compile, takes too long, or
     * its tests cannot be run.
     */
    FitRule check(RuleBook book, Schema schema, StatedRule rule) {
        Violations violations = Violations.ofRequest().at("rule");
        try {
            FitRule compiled = book.compile(schema, rule);
            for (int i = 0; i < rule.tests().size(); i++) {
                checkTest(violations, "tests[" + i + "].", schema, rule, i);
            }
            evaluationTime.fault(schema, compiled).ifPresent(slow -> violations.add(slow.field(), slow.fault()));
            violations.throwIfAny();
            return compiled;
        } catch (RuleFault e) {
            violations.add(e.field(), e.fault());
            throw ZugabeException.invalid(violations.found());
        }
    }

    private static void checkTest(Violations violations, String place, Schema schema, StatedRule rule, int test) {
        try {
            rule.tests().get(test).hostTuple(schema, rule.text().hostType());
            rule.tests().get(test).partTuple(schema, rule.text().partType());
        } catch (RuleFault e) {
            violations.add(place + e.field(), e.fault());
        }
    }
}
