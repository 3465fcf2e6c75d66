package io.zugabe.segmentation.segment.adapter;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.segment.domain.Comparison;
import io.zugabe.segmentation.segment.domain.Comparison.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a compiled expression reads and compares. */
final class ConditionShape {

    static final String TOO_DEEP = "macros may stand inside of each other 2 deep, not deeper";

    /** The variable that lists a customer's segments, where there is one. */
    static final String SEGMENTS = "segments";

    private static final int DEEPEST_MACROS = 2;

    private static final Map<String, Relation> RELATIONS = Map.of(
            "_<_", Relation.LESS,
            "_<=_", Relation.AT_MOST,
            "_==_", Relation.EQUAL,
            "_!=_", Relation.OTHER,
            "_>=_", Relation.AT_LEAST,
            "_>_", Relation.GREATER);

    private final CelAbstractSyntaxTree ast;
    private final Map<String, Feature> features;

    ConditionShape(CelAbstractSyntaxTree ast, Map<String, Feature> features) {
        this.ast = ast;
        this.features = features;
    }

    SortedSet<String> reads() {
        SortedSet<String> names = new TreeSet<>();
        nodes().map(CelNavigableExpr::expr)
                .flatMap(expression -> feature(expression).stream())
                .forEach(names::add);
        return names;
    }

    List<Comparison> comparisons() {
        return nodes().filter(node -> node.getKind() == Kind.CALL)
                .flatMap(node -> comparison(node.expr().call()).stream())
                .toList();
    }

    /** The constant names that are looked for in the list of segments. */
    SortedSet<String> segments() {
        SortedSet<String> names = new TreeSet<>();
        nodes().filter(node -> node.getKind() == Kind.CALL)
                .map(node -> node.expr().call())
                .filter(call ->
                        call.function().equals("@in") && isSegments(call.args().get(1)))
                .flatMap(call -> constant(call.args().getFirst()).stream())
                .forEach(value -> {
                    if (value instanceof FeatureValue.Text(String text)) {
                        names.add(text);
                    }
                });
        return names;
    }

    /** The first text that a feature is compared with and can never be. */
    Optional<NoValue> noValue() {
        ComparedTexts texts = new ComparedTexts(features);
        return nodes().filter(node -> node.getKind() == Kind.CALL)
                .flatMap(node -> texts.wrong(node.expr().call()))
                .findFirst();
    }

    /** The first expression that lies too deep within macros. */
    Optional<Long> tooDeep() {
        return nodes().filter(node -> depth(node) > DEEPEST_MACROS)
                .map(node -> node.expr().id())
                .findFirst();
    }

    private static boolean isSegments(CelExpr expression) {
        return expression.getKind() == Kind.IDENT && expression.ident().name().equals(SEGMENTS);
    }

    private Stream<CelNavigableExpr> nodes() {
        return CelNavigableAst.fromAst(ast).getRoot().allNodes();
    }

    private Optional<String> feature(CelExpr expression) {
        return expression.getKind() == Kind.IDENT
                        && features.containsKey(expression.ident().name())
                ? Optional.of(expression.ident().name())
                : Optional.empty();
    }

    private Optional<Comparison> comparison(CelExpr.CelCall call) {
        Relation relation = RELATIONS.get(call.function());
        if (relation == null) {
            return Optional.empty();
        }
        CelExpr left = call.args().get(0);
        CelExpr right = call.args().get(1);
        return comparison(left, relation, right).or(() -> comparison(right, relation.mirrored(), left));
    }

    private Optional<Comparison> comparison(CelExpr named, Relation relation, CelExpr bound) {
        return feature(named).flatMap(name -> constant(bound).map(value -> new Comparison(name, relation, value)));
    }

    private static Optional<FeatureValue> constant(CelExpr expression) {
        if (expression.getKind() == Kind.CALL && expression.call().function().equals("-_")) {
            return constant(expression.call().args().getFirst())
                    .map(value -> value instanceof FeatureValue.Number(double number)
                            ? new FeatureValue.Number(-number)
                            : value);
        }
        if (expression.getKind() != Kind.CONSTANT) {
            return Optional.empty();
        }
        CelConstant constant = expression.constant();
        return switch (constant.getKind()) {
            case DOUBLE_VALUE -> Optional.of(new FeatureValue.Number(constant.doubleValue()));
            case STRING_VALUE -> Optional.of(new FeatureValue.Text(constant.stringValue()));
            case BOOLEAN_VALUE -> Optional.of(new FeatureValue.Truth(constant.booleanValue()));
            case NOT_SET, NULL_VALUE, INT64_VALUE, UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
                Optional.empty();
        };
    }

    private static int depth(CelNavigableExpr node) {
        int depth = 0;
        Optional<CelNavigableExpr> above = Optional.of(node);
        while (above.isPresent()) {
            depth += above.get().getKind() == Kind.COMPREHENSION ? 1 : 0;
            above = above.get().parent();
        }
        return depth;
    }
}
