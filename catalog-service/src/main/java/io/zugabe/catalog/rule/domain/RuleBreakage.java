package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule in force that a change of types breaks.
 *
 * @param how what would be wrong with it, in English
 */
public record RuleBreakage(StatedRule rule, String how) {

    /** The rules in force that are sound under one schema, and would not compile or would fail a test under another. */
    public static List<RuleBreakage> between(RuleBook book, List<StatedRule> rules, Schema before, Schema after) {
        List<RuleBreakage> broken = new ArrayList<>();
        for (StatedRule rule : rules) {
            String how = fault(book, after, rule);
            if (!how.isEmpty() && fault(book, before, rule).isEmpty()) {
                broken.add(new RuleBreakage(rule, how));
            }
        }
        return broken;
    }

    private static String fault(RuleBook book, Schema schema, StatedRule rule) {
        try {
            FitRule compiled = book.compile(schema, rule);
            return rule.tests().stream()
                    .map(test -> test.run(schema, compiled))
                    .filter(result -> !result.passed())
                    .findFirst()
                    .map(result -> inForce(rule) + ", would fail: " + result.describe())
                    .orElse("");
        } catch (RuleFault e) {
            return inForce(rule) + ", would not compile: " + e.getMessage();
        }
    }

    private static String inForce(StatedRule rule) {
        return "rule " + rule.id() + " as it is in force, version " + rule.version();
    }
}
