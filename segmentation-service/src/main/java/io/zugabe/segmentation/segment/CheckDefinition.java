package io.zugabe.segmentation.segment;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.segment.domain.ConditionCompiler;
import io.zugabe.segmentation.segment.domain.ConditionFault;
import io.zugabe.segmentation.segment.domain.Evidence;
import io.zugabe.segmentation.segment.domain.Nearest;
import io.zugabe.segmentation.segment.domain.SegmentDefinition;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks definitions against the declared features. */
@Singleton
public class CheckDefinition {

    private static final String FIELD = "definition";

    private final ConditionCompiler compiler;
    private final DeclaredFeatures features;

    CheckDefinition(ConditionCompiler compiler, DeclaredFeatures features) {
        this.compiler = compiler;
        this.features = features;
    }

    /**
     * Compiles a definition's expression; fails with INVALID_REQUEST if it does not compile, or if a sentence names
     * what is no feature.
     */
    public Condition check(SegmentDefinition definition) {
        Violations violations = Violations.ofRequest();
        Optional<Condition> condition = compile(definition, violations);
        Map<String, Feature> declared = features.all();
        definition
                .evidence()
                .texts()
                .forEach((language, sentence) -> Evidence.placesOf(sentence).stream()
                        .filter(name -> !declared.containsKey(name))
                        .forEach(name -> violations.add(
                                FIELD + ".evidence.texts[" + language + "]",
                                "names {" + name + "}, which is no feature" + hint(name, declared))));
        violations.throwIfAny();
        return condition.orElseThrow();
    }

    private Optional<Condition> compile(SegmentDefinition definition, Violations violations) {
        try {
            Condition condition = compiler.compile(definition.expression());
            condition.impossible().ifPresent(fault -> violations.add(FIELD + ".expression", fault));
            return Optional.of(condition);
        } catch (ConditionFault fault) {
            violations.add(FIELD + ".expression", fault.fault());
            return Optional.empty();
        }
    }

    private static String hint(String name, Map<String, Feature> declared) {
        List<String> near = Nearest.to(name, declared.keySet());
        return near.isEmpty() ? "" : "; near to it: " + String.join(", ", near);
    }
}
