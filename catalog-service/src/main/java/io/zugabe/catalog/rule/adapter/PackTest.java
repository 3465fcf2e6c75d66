package io.zugabe.catalog.rule.adapter;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.rule.domain.RuleTest;
import io.zugabe.catalog.rule.domain.TestResult;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.Optional;

/** A test that stands beside a rule in its pack. */
public record PackTest(Schema schema, FitRule rule, RuleTest test) {

    /** What is wrong; empty if the rule does what the test says. A silent rule counts as UNKNOWN. */
    public Optional<String> failure() {
        TestResult result = test.run(schema, rule);
        return result.passed() ? Optional.empty() : Optional.of(result.describe());
    }

    /** Pack, rule and name of the test. */
    public String place() {
        return "test \"" + test.name() + "\" of rule " + rule.id();
    }
}
