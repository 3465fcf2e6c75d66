package io.zugabe.segmentation.treatment;

import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.segment.domain.ConditionFault;
import io.zugabe.segmentation.segment.domain.Nearest;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import io.zugabe.segmentation.treatment.domain.TreatmentPolicy;
import io.zugabe.segmentation.treatment.domain.TreatmentPolicy.CompiledRule;
import io.zugabe.segmentation.treatment.domain.TreatmentRule;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compiles policies. */
@Singleton
public class CompilePolicy {

    private final TreatmentCompiler compiler;

    public CompilePolicy(TreatmentCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Compiles a policy as far as that goes.
     *
     * @param segments ids of those in force
     */
    public Compiled compile(PolicyVersion version, Collection<String> segments) {
        List<CompiledRule> rules = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < version.rules().size(); i++) {
            compile(version.rules().get(i), "rules[" + i + "].", segments, rules, faults);
        }
        return new Compiled(new TreatmentPolicy(version.number(), rules, version.quietTimes()), faults);
    }

    private void compile(
            TreatmentRule rule,
            String field,
            Collection<String> segments,
            List<CompiledRule> rules,
            List<Fault> faults) {
        String part = switch (rule.who()) {
            case TreatmentRule.Who.Members _ -> "segment_id";
            case TreatmentRule.Who.Matching _ -> "expression";
        };
        try {
            Condition condition = compiler.compile(rule.who().expression());
            condition.segments().stream()
                    .filter(id -> !segments.contains(id))
                    .forEach(id -> faults.add(new Fault(field + part, missing(id, segments))));
            condition.impossible().ifPresent(fault -> faults.add(new Fault(field + part, fault)));
            rules.add(new CompiledRule(rule, condition));
        } catch (ConditionFault fault) {
            faults.add(new Fault(field + part, fault.fault()));
        }
    }

    private static String missing(String id, Collection<String> segments) {
        List<String> near = Nearest.to(id, segments);
        return "asks for segment \"" + id + "\", which is not in force"
                + (near.isEmpty() ? "" : "; near to it: " + String.join(", ", near));
    }

    /** A policy without those rules that cannot be, and what is wrong with them. */
    public record Compiled(TreatmentPolicy policy, List<Fault> faults) {}

    /** What is wrong with a field of the policy. */
    public record Fault(String field, String description) {}
}
