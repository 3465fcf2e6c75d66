package io.zugabe.catalog.rule.domain;

import java.util.List;

/**
 * A rule as it was written at some time, with its tests.
 *
 * @param version the pack's, or {@code "r1"}, {@code "r2"}, … for one that was created at run time
 */
public record StatedRule(RuleText text, String version, List<RuleTest> tests) {

    public StatedRule {
        tests = List.copyOf(tests);
    }

    public String id() {
        return text.id();
    }
}
