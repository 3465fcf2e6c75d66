package io.zugabe.catalog.rule;

import io.zugabe.catalog.fit.domain.CompiledExpression;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.LimitRule;
import io.zugabe.catalog.rule.domain.LongestProducts;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.schema.domain.Schema;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Refuses rules that would take too long on products with long texts and lists. */
@Singleton
final class EvaluationTime {

    /** Of the processor, for all expressions of a rule; one of the packs takes a few microseconds. */
    private static final Duration LONGEST = Duration.ofMillis(50);

    /** The first runs pay for loading classes, and a collector may run at any time. */
    private static final int RUNS = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /**
     * What is wrong with the time that a rule takes, at its slowest expression; empty if it is fast enough. Each
     * expression is run, even if another would decide about the products that they are run on.
     */
    Optional<RuleFault> fault(Schema schema, FitRule rule) {
        Map<String, Object> host =
                LongestProducts.ofType(schema, rule.hostType()).plain();
        Map<String, Object> part =
                LongestProducts.ofType(schema, rule.partType()).plain();
        Optional<RuleFault> tooManySteps = tooManySteps(rule, host, part);
        if (tooManySteps.isPresent()) {
            return tooManySteps;
        }
        Map<String, Long> shortest = new HashMap<>();
        for (int run = 0; run < RUNS && (run == 0 || sum(shortest) > LONGEST.toNanos()); run++) {
            expressions(rule)
                    .forEach((field, expression) -> shortest.merge(field, nanos(expression, host, part), Math::min));
        }
        if (sum(shortest) <= LONGEST.toNanos()) {
            return Optional.empty();
        }
        Map.Entry<String, Long> slowest = Collections.max(shortest.entrySet(), Map.Entry.comparingByValue());
        return Optional.of(new RuleFault(
                slowest.getKey(),
                "takes " + slowest.getValue() / 1_000_000 + " ms for products with long lists and texts; all"
                        + " expressions of the rule must take at most " + LONGEST.toMillis() + " ms"));
    }

    /** Counts what a run on these products would skip, too: others may take it. */
    private static Optional<RuleFault> tooManySteps(FitRule rule, Map<String, Object> host, Map<String, Object> part) {
        return expressions(rule).entrySet().stream()
                .filter(each -> each.getValue().mostSteps(host, part) > CompiledExpression.MOST_STEPS)
                .findFirst()
                .map(each -> new RuleFault(
                        each.getKey(),
                        "could take %.0f steps for products with long lists and texts; at most %.0f are allowed"
                                .formatted(each.getValue().mostSteps(host, part), CompiledExpression.MOST_STEPS)));
    }

    private long nanos(CompiledExpression expression, Map<String, Object> host, Map<String, Object> part) {
        long begin = threads.getCurrentThreadCpuTime();
        expression.evaluate(host, part);
        return threads.getCurrentThreadCpuTime() - begin;
    }

    private static long sum(Map<String, Long> nanos) {
        return nanos.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, CompiledExpression> expressions(FitRule rule) {
        Map<String, CompiledExpression> expressions = new LinkedHashMap<>();
        expressions.put("applies", rule.applies());
        expressions.put("fits", rule.fits());
        for (int i = 0; i < rule.limits().size(); i++) {
            LimitRule limit = rule.limits().get(i);
            expressions.put("limits[" + i + "].when", limit.when());
            expressions.put("limits[" + i + "].got", limit.got());
            expressions.put("limits[" + i + "].needed", limit.needed());
        }
        return expressions;
    }
}
