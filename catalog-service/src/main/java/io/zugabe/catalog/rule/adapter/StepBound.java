package io.zugabe.catalog.rule.adapter;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The most steps that an expression can take for values of some sizes. Counts every part, also those that a
 * condition before them skips: which way conditions go is up to the products. A step is about ten nanoseconds.
 */
final class StepBound {

    private static final double STEPS_OF_A_CALL = 10;
    private static final double STEPS_OF_A_ROUND = 20;

    private final Sizes sizes;
    private double steps;

    private StepBound(Sizes sizes) {
        this.sizes = sizes;
    }

    static double of(CelExpr expr, Sizes sizes) {
        StepBound bound = new StepBound(sizes);
        bound.visit(expr, Map.of(), 1);
        return bound.steps;
    }

    /**
     * Counts an expression.
     *
     * @param scope the sizes of macros' variables
     * @param times how often it is evaluated
     * @return how large its value is at most
     */
    private ValueSize visit(CelExpr expr, Map<String, ValueSize> scope, double times) {
        return switch (expr.exprKind().getKind()) {
            case CONSTANT ->
                expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                        ? ValueSize.of(expr.constant().stringValue())
                        : ValueSize.SCALAR;
            case IDENT -> scope.getOrDefault(expr.ident().name(), ValueSize.SCALAR);
            case SELECT -> select(expr.select(), scope, times);
            case LIST -> all(expr.list().elements(), scope, times);
            case MAP ->
                all(
                        expr.map().entries().stream()
                                .flatMap(entry -> Stream.of(entry.key(), entry.value()))
                                .toList(),
                        scope,
                        times);
            case CALL -> call(expr.call(), scope, times);
            case COMPREHENSION -> macro(expr.comprehension(), scope, times);
            case STRUCT, NOT_SET -> ValueSize.SCALAR;
        };
    }

    private ValueSize select(CelExpr.CelSelect select, Map<String, ValueSize> scope, double times) {
        steps += times * STEPS_OF_A_CALL;
        if (select.operand().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return sizes.of(select.operand().ident().name(), select.field());
        }
        return visit(select.operand(), scope, times);
    }

    private ValueSize all(List<CelExpr> entries, Map<String, ValueSize> scope, double times) {
        steps += times * entries.size();
        ValueSize largest =
                entries.stream().map(entry -> visit(entry, scope, times)).reduce(ValueSize.text(0), ValueSize::larger);
        return ValueSize.list(entries.size(), largest);
    }

    private ValueSize macro(CelExpr.CelComprehension macro, Map<String, ValueSize> scope, double times) {
        ValueSize range = visit(macro.iterRange(), scope, times);
        double rounds = Math.min(range.length(), CelEnvironment.MOST_ITERATIONS);
        Map<String, ValueSize> inner = new HashMap<>(scope);
        inner.put(macro.iterVar(), range.entry() == null ? ValueSize.SCALAR : range.entry());
        ValueSize begun = visit(macro.accuInit(), scope, times);
        inner.put(macro.accuVar(), begun);
        if (begun.entry() != null) {
            ValueSize entry = visit(macro.loopStep(), inner, 0).entry();
            inner.put(macro.accuVar(), ValueSize.list(rounds, entry == null ? ValueSize.SCALAR : entry));
        }
        steps += times * rounds * STEPS_OF_A_ROUND;
        visit(macro.loopCondition(), inner, times * rounds);
        visit(macro.loopStep(), inner, times * rounds);
        return visit(macro.result(), inner, times);
    }

    private ValueSize call(CelExpr.CelCall call, Map<String, ValueSize> scope, double times) {
        List<ValueSize> arguments = Stream.concat(call.target().stream(), call.args().stream())
                .map(argument -> visit(argument, scope, times))
                .toList();
        steps += times * (STEPS_OF_A_CALL + stepsOf(call.function(), arguments));
        return switch (call.function()) {
            case "_?_:_" -> arguments.get(1).larger(arguments.get(2));
            case "_[_]" -> {
                ValueSize entry = arguments.get(0).entry();
                yield entry == null ? ValueSize.SCALAR : entry;
            }
            case "_+_" -> arguments.get(0).plus(arguments.get(1));
            default -> arguments.stream().reduce(ValueSize.SCALAR, ValueSize::larger);
        };
    }

    private static double stepsOf(String function, List<ValueSize> arguments) {
        return switch (function) {
            case "_&&_", "_||_", "!_", "_?_:_", "_[_]", "@not_strictly_false" -> 0;
            case "_==_", "_!=_" ->
                Math.min(arguments.get(0).comparison(), arguments.get(1).comparison());
            case "@in", "_in_" -> arguments.get(1).comparison();
            case "contains" ->
                arguments.get(0).length() * Math.max(1, arguments.get(1).length() / 16);
            case "matches" -> {
                double states = arguments.get(1).states();
                yield states * 10 + states * arguments.get(0).length();
            }
            default -> arguments.stream().mapToDouble(ValueSize::length).sum() / 2;
        };
    }

    /** The sizes of attributes. */
    @FunctionalInterface
    interface Sizes {

        ValueSize of(String role, String attribute);
    }
}
