package io.zugabe.catalog.rule.adapter;

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
    private final CelRuntime.Program program;
    private final Map<String, CelAttributePattern> host;
    private final Map<String, CelAttributePattern> part;

    CelExpression(String source, CelRuntime.Program program, Set<String> hostReads, Set<String> partReads) {
        this.source = source;
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
    public Evaluation evaluate(Map<String, Object> hostValues, Map<String, Object> partValues) {
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
