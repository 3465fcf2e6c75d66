package io.zugabe.segmentation.segment.adapter;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import io.zugabe.segmentation.feature.domain.Feature;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets people write {@code orders_12m >= 5}: CEL does not mix whole numbers and numbers, and all features
 * are numbers. Whole numbers that stand against a number become one.
 */
final class WholeNumbers {

    private static final Set<String> ARITHMETIC = Set.of("_+_", "_-_", "_*_", "_/_");
    private static final Set<String> COMPARISONS = Set.of("_<_", "_<=_", "_==_", "_!=_", "_>=_", "_>_");
    private static final String NEGATION = "-_";
    private static final String CHOICE = "_?_:_";
    private static final String IN = "@in";

    private final Map<String, Feature> features;

    private WholeNumbers(Map<String, Feature> features) {
        this.features = features;
    }

    static CelAbstractSyntaxTree asNumbers(CelAbstractSyntaxTree parsed, Map<String, Feature> features) {
        CelMutableAst ast = CelMutableAst.fromCelAst(parsed);
        new WholeNumbers(features).visit(ast.expr());
        return CelAbstractSyntaxTree.newParsedAst(ast.toParsedAst().getExpr(), parsed.getSource());
    }

    private void visit(CelMutableExpr expression) {
        switch (expression.getKind()) {
            case CALL -> visitCall(expression.call());
            case LIST -> expression.list().elements().forEach(this::visit);
            case COMPREHENSION -> visitComprehension(expression.comprehension());
            case SELECT -> visit(expression.select().operand());
            case NOT_SET, CONSTANT, IDENT, STRUCT, MAP -> {}
        }
    }

    private void visitComprehension(CelMutableExpr.CelMutableComprehension loop) {
        visit(loop.iterRange());
        visit(loop.accuInit());
        visit(loop.loopCondition());
        visit(loop.loopStep());
        visit(loop.result());
    }

    private void visitCall(CelMutableExpr.CelMutableCall call) {
        call.target().ifPresent(this::visit);
        List<CelMutableExpr> arguments = call.args();
        arguments.forEach(this::visit);
        String function = call.function();
        boolean mixes = ARITHMETIC.contains(function) || COMPARISONS.contains(function) || function.equals(CHOICE);
        if ((mixes || function.equals(IN)) && arguments.stream().anyMatch(this::isNumber)) {
            arguments.forEach(this::convert);
        }
    }

    private boolean isNumber(CelMutableExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> expression.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE;
            case IDENT -> {
                Feature feature = features.get(expression.ident().name());
                yield feature != null && feature.type() == Feature.Type.NUMBER;
            }
            case CALL -> isNumber(expression.call());
            case LIST -> expression.list().elements().stream().anyMatch(this::isNumber);
            case NOT_SET, SELECT, STRUCT, MAP, COMPREHENSION -> false;
        };
    }

    private boolean isNumber(CelMutableExpr.CelMutableCall call) {
        String function = call.function();
        boolean keeps = ARITHMETIC.contains(function) || function.equals(NEGATION) || function.equals(CHOICE);
        return function.equals("double") || keeps && call.args().stream().anyMatch(this::isNumber);
    }

    private void convert(CelMutableExpr expression) {
        if (expression.getKind() == Kind.CONSTANT && expression.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
            expression.setConstant(
                    CelConstant.ofValue((double) expression.constant().int64Value()));
        } else if (expression.getKind() == Kind.LIST) {
            expression.list().elements().forEach(this::convert);
        } else if (expression.getKind() == Kind.CALL) {
            convertCall(expression.call());
        }
    }

    private void convertCall(CelMutableExpr.CelMutableCall call) {
        String function = call.function();
        if (ARITHMETIC.contains(function) || function.equals(NEGATION)) {
            call.args().forEach(this::convert);
        } else if (function.equals(CHOICE)) {
            call.args().subList(1, call.args().size()).forEach(this::convert);
        }
    }
}
