package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.fit.domain.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a test came to.
 *
 * @param version of the rule
 * @param verdict what the rule says; null if the test cannot be run
 * @param missing what the rule would have to know
 * @param failure what is wrong; empty if it passed
 */
public record TestResult(
        String ruleId,
        String version,
        RuleTest test,
        @Nullable Verdict verdict,
        List<Limit> limits,
        Set<String> missing,
        String failure) {

    public TestResult {
        limits = List.copyOf(limits);
        missing = Set.copyOf(missing);
    }

    public boolean passed() {
        return failure.isEmpty();
    }

    /** Test, rule and what is wrong. */
    public String describe() {
        return "test \"" + test.name() + "\" of rule " + ruleId + " " + failure;
    }
}
