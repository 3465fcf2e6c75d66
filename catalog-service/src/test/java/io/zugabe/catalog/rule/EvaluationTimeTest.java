package io.zugabe.catalog.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.catalog.fit.domain.Certainty;
import io.zugabe.catalog.fit.domain.CompiledExpression;
import io.zugabe.catalog.fit.domain.Evaluation;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.LimitRule;
import io.zugabe.catalog.fit.domain.Sentences;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import io.zugabe.kit.test.Proves;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An expression takes as much of the processor as it says, whatever the machine. */
@Proves("O2")
class EvaluationTimeTest {

    private static final Schema SCHEMA = new Schema(List.of(type("device"), type("cable")));
    private static final CompiledExpression QUICK = new Taking(Duration.ZERO, false);
    private static final CompiledExpression SLOW = new Taking(Duration.ofMillis(60), true);

    private final EvaluationTime time = new EvaluationTime();

    @Test
    void expression_isTimed_thoughAnotherMakesTheRuleSilent() {
        assertEquals("", slowest(QUICK, QUICK, QUICK, QUICK));
        assertEquals("applies", slowest(SLOW, QUICK, QUICK, QUICK));
        assertEquals("fits", slowest(QUICK, SLOW, QUICK, QUICK));
        assertEquals("limits[0].when", slowest(QUICK, QUICK, SLOW, QUICK));
        assertEquals("limits[0].got", slowest(QUICK, QUICK, QUICK, SLOW));
    }

    /** Fifty milliseconds are for the rule, not for each of its expressions. */
    @Test
    void expressions_areAddedUp() {
        CompiledExpression half = new Taking(Duration.ofMillis(30), false);
        assertEquals("fits", slowest(QUICK, new Taking(Duration.ofMillis(40), true), half, QUICK));
    }

    /** A condition before the dear part may skip it in every run on these products, and on no other. */
    @Test
    void stepsThatARunSkips_count() {
        assertEquals("fits", slowest(QUICK, new Taking(Duration.ZERO, true, 1e12), QUICK, QUICK));
        assertEquals("", slowest(QUICK, new Taking(Duration.ZERO, true, 1e6), QUICK, QUICK));
    }

    private String slowest(
            CompiledExpression applies, CompiledExpression fits, CompiledExpression when, CompiledExpression got) {
        SentenceTemplate sentence = new SentenceTemplate(LocalizedText.EMPTY);
        FitRule rule = new FitRule(
                "x/slow",
                "r1",
                "device",
                "cable",
                applies,
                fits,
                List.of(new LimitRule(when, "speed", got, QUICK, "", sentence, "")),
                new Sentences(sentence, sentence, sentence),
                "test",
                Certainty.KNOWN,
                "");
        return time.fault(SCHEMA, rule).map(RuleFault::field).orElse("");
    }

    private static TypeDeclaration type(String name) {
        return new TypeDeclaration(name, "", LocalizedText.EMPTY, List.of(), null, "");
    }

    private record Taking(Duration processorTime, boolean value, double steps) implements CompiledExpression {

        Taking(Duration processorTime, boolean value) {
            this(processorTime, value, 0);
        }

        @Override
        public double mostSteps(Map<String, Object> host, Map<String, Object> part) {
            return steps;
        }

        @Override
        public String source() {
            return "" + value;
        }

        @Override
        public Set<String> hostReads() {
            return Set.of();
        }

        @Override
        public Set<String> partReads() {
            return Set.of();
        }

        @Override
        public Evaluation evaluate(Map<String, Object> host, Map<String, Object> part) {
            var threads = ManagementFactory.getThreadMXBean();
            long end = threads.getCurrentThreadCpuTime() + processorTime.toNanos();
            while (threads.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
            return new Evaluation.Known(value);
        }
    }
}
