package io.zugabe.catalog.rule.adapter;

import io.zugabe.catalog.fit.domain.AttributeTuple;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.fit.domain.RuleOutcome;
import io.zugabe.catalog.fit.domain.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A test that stands beside a rule in its pack.
 *
 * @param limits attributes that must limit the fit; null if it does not matter which
 */
public record PackTest(
        String pack,
        String name,
        FitRule rule,
        AttributeTuple host,
        AttributeTuple part,
        Verdict verdict,
        @Nullable List<String> limits) {

    /** What is wrong; empty if the rule does what the test says. A silent rule counts as UNKNOWN. */
    public Optional<String> failure() {
        RuleOutcome.Spoke spoke = rule.judge(host, part) instanceof RuleOutcome.Spoke said
                ? said
                : new RuleOutcome.Spoke(Verdict.UNKNOWN, List.of(), new TreeSet<>());
        if (spoke.verdict() != verdict) {
            return Optional.of(place() + " expects " + verdict + ", the rule says " + spoke.verdict()
                    + (spoke.missing().isEmpty() ? "" : " because it misses " + spoke.missing()));
        }
        List<String> found =
                spoke.limits().stream().map(Limit::attribute).sorted().toList();
        if (limits != null && !limits.stream().sorted().toList().equals(found)) {
            return Optional.of(place() + " expects the limits " + limits + ", the rule gives " + found);
        }
        return Optional.empty();
    }

    /** Pack, rule and name of the test. */
    public String place() {
        return "test \"" + name + "\" of rule " + rule.id();
    }
}
