package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.fit.domain.AttributeTuple;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.fit.domain.RuleOutcome;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule must say about two products.
 *
 * @param verdict UNKNOWN also if the rule must be silent
 * @param limits attributes that must limit the fit; null if it does not matter which
 */
public record RuleTest(
        String name,
        TestProduct host,
        TestProduct part,
        Verdict verdict,
        @Nullable List<String> limits) {

    public RuleTest {
        limits = limits == null ? null : limits.stream().sorted().toList();
    }

    /** What a rule sees of the host. */
    public AttributeTuple hostTuple(Schema schema, String hostType) {
        return tuple("host", host, schema, hostType);
    }

    /** What a rule sees of the part. */
    public AttributeTuple partTuple(Schema schema, String partType) {
        return tuple("part", part, schema, partType);
    }

    /** Runs the test. */
    public TestResult run(Schema schema, FitRule rule) {
        try {
            return judge(rule, hostTuple(schema, rule.hostType()), partTuple(schema, rule.partType()));
        } catch (RuleFault e) {
            return new TestResult(rule.id(), rule.version(), this, null, List.of(), Set.of(), text(e));
        }
    }

    private TestResult judge(FitRule rule, AttributeTuple hostTuple, AttributeTuple partTuple) {
        RuleOutcome.Spoke spoke = rule.judge(hostTuple, partTuple) instanceof RuleOutcome.Spoke said
                ? said
                : new RuleOutcome.Spoke(Verdict.UNKNOWN, List.of(), Set.of());
        return new TestResult(
                rule.id(), rule.version(), this, spoke.verdict(), spoke.limits(), spoke.missing(), failure(spoke));
    }

    private String failure(RuleOutcome.Spoke spoke) {
        if (spoke.verdict() != verdict) {
            return "expects " + verdict + ", the rule says " + spoke.verdict()
                    + (spoke.missing().isEmpty() ? "" : " because it misses " + spoke.missing());
        }
        List<String> found =
                spoke.limits().stream().map(Limit::attribute).sorted().toList();
        return limits == null || limits.equals(found)
                ? ""
                : "expects the limits " + limits + ", the rule gives " + found;
    }

    private static AttributeTuple tuple(String role, TestProduct product, Schema schema, String type) {
        try {
            return product.tuple(schema, type);
        } catch (RuleFault e) {
            throw new RuleFault(role + "." + e.field(), e.fault());
        }
    }

    private static String text(RuleFault fault) {
        return fault.field() + ": " + fault.fault();
    }
}
