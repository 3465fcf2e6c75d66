package io.zugabe.catalog.rule.adapter;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.zugabe.catalog.rule.adapter.Candidates.Enumerated;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.text.domain.Spellings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Refuses comparisons of enumerated attributes with texts that are none of their values: they would be false
 * for all products. Follows attributes and texts through lists, macros and conditions, not through functions.
 */
final class ComparedValues {

    private static final int MOST_NAMED = 10;

    private final Schema schema;
    private final Map<String, String> typeOfRole;

    ComparedValues(Schema schema, String hostType, String partType) {
        this.schema = schema;
        this.typeOfRole = Map.of("host", hostType, "part", partType);
    }

    /**
     * @throws RuleFault with the place of a text that is no value of what it is compared with
     */
    void check(CelAbstractSyntaxTree ast) {
        new Walk(ast).visit(ast.getExpr(), Map.of());
    }

    /** The walk through one expression; scopes hold what the variables of macros stand for. */
    private final class Walk {

        private final CelAbstractSyntaxTree ast;

        Walk(CelAbstractSyntaxTree ast) {
            this.ast = ast;
        }

        void visit(CelExpr expr, Map<String, Candidates> scope) {
            switch (expr.exprKind().getKind()) {
                case CALL -> visitCall(expr.call(), scope);
                case LIST -> expr.list().elements().forEach(element -> visit(element, scope));
                case MAP ->
                    expr.map().entries().forEach(entry -> {
                        visit(entry.key(), scope);
                        visit(entry.value(), scope);
                    });
                case SELECT -> visit(expr.select().operand(), scope);
                case COMPREHENSION -> visitMacro(expr.comprehension(), scope);
                case CONSTANT, IDENT, STRUCT, NOT_SET -> {}
            }
        }

        private void visitCall(CelExpr.CelCall call, Map<String, Candidates> scope) {
            call.target().ifPresent(target -> visit(target, scope));
            call.args().forEach(argument -> visit(argument, scope));
            switch (call.function()) {
                case "_==_", "_!=_", "@in", "_in_" ->
                    compare(call.args().get(0), call.args().get(1), scope);
                case "_[_]" -> {
                    if (call.args().get(0).exprKind().getKind() == CelExpr.ExprKind.Kind.MAP) {
                        compare(call.args().get(0), call.args().get(1), scope);
                    }
                }
                default -> {}
            }
        }

        private void visitMacro(CelExpr.CelComprehension macro, Map<String, Candidates> scope) {
            visit(macro.iterRange(), scope);
            Map<String, Candidates> inner = new HashMap<>(scope);
            inner.put(macro.accuVar(), Candidates.ANYTHING);
            inner.put(macro.iterVar(), meaning(macro.iterRange(), scope));
            List.of(macro.accuInit(), macro.loopCondition(), macro.loopStep(), macro.result())
                    .forEach(each -> visit(each, inner));
        }

        private void compare(CelExpr one, CelExpr other, Map<String, Candidates> scope) {
            Candidates ofOne = meaning(one, scope);
            Candidates ofOther = meaning(other, scope);
            checkTexts(ofOne, ofOther);
            checkTexts(ofOther, ofOne);
        }

        private void checkTexts(Candidates texts, Candidates with) {
            Optional<SortedSet<String>> values = with.values();
            for (CelExpr text : values.isEmpty() ? List.<CelExpr>of() : texts.texts()) {
                String written = text.constant().stringValue();
                if (!values.get().contains(written)) {
                    throw CelFaults.at(ast, text.id(), fault(written, with, values.get()));
                }
            }
        }

        /** What an expression's value, or the entries of its value, can be. */
        private Candidates meaning(CelExpr expr, Map<String, Candidates> scope) {
            return switch (expr.exprKind().getKind()) {
                case CONSTANT ->
                    expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                            ? Candidates.text(expr)
                            : Candidates.ANYTHING;
                case IDENT -> scope.getOrDefault(expr.ident().name(), Candidates.ANYTHING);
                case SELECT -> attribute(expr.select());
                case LIST -> any(expr.list().elements(), scope);
                case MAP ->
                    any(
                            expr.map().entries().stream()
                                    .map(CelExpr.CelMap.Entry::key)
                                    .toList(),
                            scope);
                case CALL -> meaning(expr.call(), scope);
                case COMPREHENSION, STRUCT, NOT_SET -> Candidates.ANYTHING;
            };
        }

        private Candidates meaning(CelExpr.CelCall call, Map<String, Candidates> scope) {
            List<CelExpr> arguments = call.args();
            return switch (call.function()) {
                case "_?_:_" -> any(arguments.subList(1, 3), scope);
                case "_[_]" ->
                    arguments.get(0).exprKind().getKind() == CelExpr.ExprKind.Kind.MAP
                            ? any(
                                    arguments.get(0).map().entries().stream()
                                            .map(CelExpr.CelMap.Entry::value)
                                            .toList(),
                                    scope)
                            : meaning(arguments.get(0), scope);
                case "string" -> meaning(arguments.get(0), scope);
                default -> Candidates.ANYTHING;
            };
        }

        private Candidates any(List<CelExpr> all, Map<String, Candidates> scope) {
            return all.stream().map(each -> meaning(each, scope)).reduce(Candidates.NOTHING, Candidates::or);
        }
    }

    private Candidates attribute(CelExpr.CelSelect select) {
        boolean ofRole = select.operand().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT;
        String role = ofRole ? select.operand().ident().name() : "";
        String type = typeOfRole.get(role);
        if (type == null) {
            return Candidates.ANYTHING;
        }
        SortedSet<String> values = schema.valuesBelow(type, select.field());
        return values.isEmpty()
                ? Candidates.ANYTHING
                : Candidates.attribute(new Enumerated(role, select.field(), values));
    }

    private String fault(String written, Candidates with, SortedSet<String> values) {
        String names = String.join(
                " or ",
                new TreeSet<>(with.attributes().stream().map(Enumerated::name).toList()));
        return canonical(written, with)
                .map(value ->
                        "\"%s\" is another spelling of a value of %s; products are stored with \"%s\", so write that"
                                .formatted(written, names, value))
                .orElseGet(() -> "\"%s\" is no value of %s; there are %s"
                        .formatted(written, names, Spellings.named(written, values, MOST_NAMED)));
    }

    private Optional<String> canonical(String written, Candidates with) {
        for (Enumerated attribute : with.attributes()) {
            String above = typeOfRole.getOrDefault(attribute.role(), "");
            for (var type : schema.types()) {
                AttributeDeclaration declared = schema.isA(type.type(), above)
                        ? schema.attributes(type.type()).get(attribute.attribute())
                        : null;
                if (declared != null && declared.canonical(written).isPresent()) {
                    return declared.canonical(written);
                }
            }
        }
        return Optional.empty();
    }
}
