package io.zugabe.segmentation.segment.adapter;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.zugabe.segmentation.feature.domain.Feature;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds texts that a feature is compared with and can never be: by {@code ==}, {@code !=} and {@code in}, whichever
 * side it stands on.
 */
final class ComparedTexts {

    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

    private final Map<String, Feature> features;

    ComparedTexts(Map<String, Feature> features) {
        this.features = features;
    }

    /** What one call compares wrongly. */
    Stream<NoValue> wrong(CelExpr.CelCall call) {
        if (!COMPARISONS.contains(call.function())) {
            return Stream.empty();
        }
        CelExpr left = call.args().get(0);
        CelExpr right = call.args().get(1);
        return Stream.concat(wrong(left, right), wrong(right, left));
    }

    private Stream<NoValue> wrong(CelExpr named, CelExpr compared) {
        return feature(named).stream()
                .flatMap(feature -> texts(compared)
                        .filter(text -> !feature.mayBe(text.constant().stringValue()))
                        .map(text ->
                                new NoValue(text.id(), feature, text.constant().stringValue())));
    }

    private Optional<Feature> feature(CelExpr expression) {
        return expression.getKind() == Kind.IDENT
                ? Optional.ofNullable(features.get(expression.ident().name()))
                : Optional.empty();
    }

    private static Stream<CelExpr> texts(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT ->
                expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                        ? Stream.of(expression)
                        : Stream.empty();
            case LIST -> expression.list().elements().stream().flatMap(ComparedTexts::texts);
            case NOT_SET, IDENT, SELECT, CALL, STRUCT, MAP, COMPREHENSION -> Stream.empty();
        };
    }
}
