package io.zugabe.catalog.rule;

import io.zugabe.catalog.fit.domain.AttributeTuple;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.rule.domain.LongestProducts;
import io.zugabe.catalog.schema.domain.Schema;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;

/** Refuses rules that would take too long on products with long texts and lists. */
@Singleton
final class EvaluationTime {

    /** Of the processor, for one pair of products; a rule of the packs takes a few microseconds. */
    private static final Duration LONGEST = Duration.ofMillis(50);

    /** The first runs pay for loading classes, and a collector may run at any time. */
    private static final int RUNS = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** What is wrong with the time that a rule takes; empty if it is fast enough. */
    Optional<String> fault(Schema schema, FitRule rule) {
        AttributeTuple host = LongestProducts.ofType(schema, rule.hostType());
        AttributeTuple part = LongestProducts.ofType(schema, rule.partType());
        long shortest = Long.MAX_VALUE;
        for (int run = 0; run < RUNS && shortest > LONGEST.toNanos(); run++) {
            long begin = threads.getCurrentThreadCpuTime();
            rule.judge(host, part);
            shortest = Math.min(shortest, threads.getCurrentThreadCpuTime() - begin);
        }
        return shortest <= LONGEST.toNanos()
                ? Optional.empty()
                : Optional.of(
                        "takes " + shortest / 1_000_000 + " ms for products with long lists and texts; must take at"
                                + " most " + LONGEST.toMillis() + " ms");
    }
}
