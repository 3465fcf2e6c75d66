package io.zugabe.catalog.rule.adapter;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.UnknownContext;
import io.zugabe.catalog.fit.domain.CompiledExpression;
import io.zugabe.catalog.fit.domain.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An expression in CEL. What is missing is declared unknown before it runs, so that CEL's own Kleene logic applies. */
final class CelExpression implements CompiledExpression {

    private final String source;
    private final CelExpr root;
    private final CelRuntime.Program program;
    private final Map<String, CelAttributePattern> host;
    private final Map<String, CelAttributePattern> part;
    private volatile String tooDear = "";

    CelExpression(
            String source, CelExpr root, CelRuntime.Program program, Set<String> hostReads, Set<String> partReads) {
        this.source = source;
        this.root = root;
        this.program = program;
        this.host = patterns("host.", hostReads);
        this.part = patterns("part.", partReads);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<String> hostReads() {
        return host.keySet();
    }

    @Override
    public Set<String> partReads() {
        return part.keySet();
    }

    @Override
    public double mostSteps(Map<String, Object> hostValues, Map<String, Object> partValues) {
        return StepBound.of(
                root,
                (role, attribute) ->
                        ValueSize.of((role.equals("host") ? hostValues : partValues).getOrDefault(attribute, "")));
    }

    @Override
    public String tooDear() {
        return tooDear;
    }

    @Override
    public Evaluation evaluate(Map<String, Object> hostValues, Map<String, Object> partValues) {
        if (!areOrdinary(host, hostValues) || !areOrdinary(part, partValues)) {
            double steps = mostSteps(hostValues, partValues);
            if (steps > MOST_STEPS) {
                tooDear =
                        "some pairs are UNKNOWN, because \"%s\" could take %.0f steps for their long texts and lists; at most %.0f are taken"
                                .formatted(source, steps, MOST_STEPS);
                return new Evaluation.Failed(tooDear);
            }
        }
        List<CelAttributePattern> missing = new ArrayList<>();
        addMissing(host, hostValues, missing);
        addMissing(part, partValues, missing);
        UnknownContext context = UnknownContext.create(
                name -> switch (name) {
                    case "host" -> Optional.of(hostValues);
                    case "part" -> Optional.of(partValues);
                    default -> Optional.empty();
                },
                missing);
        try {
            Object value = program.advanceEvaluation(context);
            return value instanceof CelUnknownSet unknown ? new Evaluation.Missing(names(unknown)) : known(value);
        } catch (CelEvaluationException e) {
            return new Evaluation.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static boolean areOrdinary(Map<String, CelAttributePattern> reads, Map<String, Object> values) {
        for (String attribute : reads.keySet()) {
            Object value = values.get(attribute);
            if (value != null && !StepLimits.isOrdinary(value)) {
                return false;
            }
        }
        return true;
    }

    private static Evaluation known(Object value) {
        return new Evaluation.Known(value instanceof Long whole ? (Object) whole.doubleValue() : value);
    }

    private static Set<String> names(CelUnknownSet unknown) {
        Set<String> names = new TreeSet<>();
        for (CelAttribute attribute : unknown.attributes()) {
            List<CelAttribute.Qualifier> path = attribute.qualifiers();
            names.add(path.get(0).asString() + "." + path.get(1).asString());
        }
        return names;
    }

    private static void addMissing(
            Map<String, CelAttributePattern> reads, Map<String, Object> values, List<CelAttributePattern> missing) {
        reads.forEach((attribute, pattern) -> {
            if (!values.containsKey(attribute)) {
                missing.add(pattern);
            }
        });
    }

    private static Map<String, CelAttributePattern> patterns(String role, Set<String> attributes) {
        Map<String, CelAttributePattern> patterns = new TreeMap<>();
        attributes.forEach(each -> patterns.put(each, CelAttributePattern.fromQualifiedIdentifier(role + each)));
        return patterns;
    }
}
