package io.zugabe.segmentation.segment.adapter;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.UnknownContext;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.segment.domain.Comparison;
import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.segment.domain.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** A condition in CEL. What is missing is declared unknown before it runs, so that CEL's own Kleene logic applies. */
final class CelCondition implements Condition {

    private static final Outcome HOLDS = new Outcome.Holds();
    private static final Outcome HOLDS_NOT = new Outcome.HoldsNot();

    private final String source;
    private final CelRuntime.Program program;
    private final SortedSet<String> reads;
    private final SortedSet<String> segments;
    private final List<Comparison> comparisons;
    private final Map<String, CelAttributePattern> patterns;
    private final Optional<String> impossible;

    CelCondition(String source, CelRuntime.Program program, ConditionShape shape, Optional<String> impossible) {
        this.source = source;
        this.program = program;
        this.reads = Collections.unmodifiableSortedSet(shape.reads());
        this.segments = Collections.unmodifiableSortedSet(shape.segments());
        this.comparisons = shape.comparisons();
        this.impossible = impossible;
        this.patterns =
                reads.stream().collect(Collectors.toMap(name -> name, CelAttributePattern::fromQualifiedIdentifier));
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public SortedSet<String> reads() {
        return reads;
    }

    @Override
    public List<Comparison> comparisons() {
        return comparisons;
    }

    @Override
    public SortedSet<String> segments() {
        return segments;
    }

    @Override
    public Optional<String> impossible() {
        return impossible;
    }

    @Override
    public Outcome evaluate(FeatureVector features) {
        List<CelAttributePattern> missing = new ArrayList<>();
        patterns.forEach((name, pattern) -> {
            if (value(name, features).isEmpty()) {
                missing.add(pattern);
            }
        });
        try {
            Object value = program.advanceEvaluation(UnknownContext.create(name -> value(name, features), missing));
            return value instanceof CelUnknownSet unknown
                    ? unknown(unknown)
                    : Boolean.TRUE.equals(value) ? HOLDS : HOLDS_NOT;
        } catch (CelEvaluationException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static Outcome unknown(CelUnknownSet unknown) {
        return new Outcome.Unknown(unknown.attributes().stream()
                .map(attribute -> attribute.qualifiers().getFirst().asString())
                .collect(Collectors.toSet()));
    }

    /** A number that is none is not known. */
    private static Optional<Object> value(String name, FeatureVector features) {
        return features.get(name).flatMap(value -> switch (value) {
            case FeatureValue.Number(double number) -> Double.isNaN(number) ? Optional.empty() : Optional.of(number);
            case FeatureValue.Truth(boolean holds) -> Optional.of(holds);
            case FeatureValue.Text(String text) -> Optional.of(text);
            case FeatureValue.Texts(List<String> texts) -> Optional.of(texts);
        });
    }
}
