package io.zugabe.catalog.rule.adapter;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.runtime.CelEvaluationException;
import io.zugabe.catalog.fit.domain.CompiledExpression;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compiles the expressions of one rule, about one type of host and one of part. Not for concurrent use. */
final class CelCompiler {

    private static final Set<CelKind> TRUTH = EnumSet.of(CelKind.BOOL);
    private static final Set<CelKind> TEXT_OR_NUMBER = EnumSet.of(CelKind.STRING, CelKind.DOUBLE, CelKind.INT);

    private static final int DEEPEST_MACROS = 2;

    private final Cel cel;
    private final ComparedValues values;
    private final Schema schema;
    private final Map<String, String> typeOfRole;

    /** Of all expressions compiled so far. */
    private double steps;

    CelCompiler(Schema schema, String hostType, String partType) {
        this.schema = schema;
        this.typeOfRole = Map.of("host", hostType, "part", partType);
        this.values = new ComparedValues(schema, hostType, partType);
        this.cel = CelEnvironment.of(schema, hostType, partType);
    }

    /** Compiles a condition. */
    CompiledExpression condition(String source) {
        return compile(source, TRUTH, "must be true or false");
    }

    /** Compiles what a limit shows. */
    CompiledExpression textOrNumber(String source) {
        return compile(source, TEXT_OR_NUMBER, "must be a text or a number");
    }

    /**
     * @throws RuleFault with the place in the expression, if it does not compile
     */
    private CompiledExpression compile(String source, Set<CelKind> kinds, String expectation) {
        CelValidationResult result = cel.compile(source);
        if (result.hasError()) {
            throw new RuleFault("", CelFaults.of(result));
        }
        try {
            CelAbstractSyntaxTree ast = result.getAst();
            if (!kinds.contains(ast.getResultType().kind())) {
                throw CelFaults.at(
                        ast, ast.getExpr().id(), "is " + ast.getResultType().name() + "; " + expectation);
            }
            Set<String> host = new TreeSet<>();
            Set<String> part = new TreeSet<>();
            CelNavigableAst.fromAst(ast)
                    .getRoot()
                    .allNodes()
                    .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                    .forEach(node -> collect(ast, node, host, part));
            refusePresenceTests(ast);
            refuseDeepMacros(ast);
            KnownTypes.require(ast);
            values.check(ast);
            refuseManySteps(ast);
            return new CelExpression(source, ast.getExpr(), cel.createProgram(ast), host, part);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new RuleFault("", String.valueOf(e.getMessage()));
        }
    }

    private static void collect(CelAbstractSyntaxTree ast, CelNavigableExpr node, Set<String> host, Set<String> part) {
        String name = node.expr().ident().name();
        if (!name.equals("host") && !name.equals("part")) {
            return;
        }
        boolean selected = node.parent()
                .filter(parent -> parent.getKind() == CelExpr.ExprKind.Kind.SELECT)
                .isPresent();
        if (!selected) {
            throw CelFaults.at(ast, node.expr().id(), name + " can only be asked for an attribute");
        }
        String attribute = node.parent().orElseThrow().expr().select().field();
        (name.equals("host") ? host : part).add(attribute);
    }

    /** A presence test would turn a missing attribute into an answer. */
    private static void refusePresenceTests(CelAbstractSyntaxTree ast) {
        CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.SELECT
                        && node.expr().select().testOnly())
                .findFirst()
                .ifPresent(node -> {
                    throw CelFaults.at(
                            ast,
                            node.expr().id(),
                            "has() is refused: a missing attribute must make the answer unknown, not another one");
                });
    }

    /** What a macro does for each entry, one inside of it does for each pair of entries: that is as far as it goes. */
    private static void refuseDeepMacros(CelAbstractSyntaxTree ast) {
        CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> depth(node) > DEEPEST_MACROS)
                .findFirst()
                .ifPresent(node -> {
                    throw CelFaults.at(
                            ast,
                            node.expr().id(),
                            "macros may stand inside of each other " + DEEPEST_MACROS + " deep, not deeper");
                });
    }

    /** What a condition skips is counted, too: which way it goes is up to the products. */
    private void refuseManySteps(CelAbstractSyntaxTree ast) {
        double before = steps;
        steps += StepLimits.ordinary(ast.getExpr(), schema, typeOfRole);
        if (steps > StepLimits.ORDINARY) {
            throw CelFaults.at(
                    ast,
                    ast.getExpr().id(),
                    "could take %.0f steps for ordinary products, after %.0f of the expressions before; a rule may take %.0f"
                            .formatted(steps - before, before, StepLimits.ORDINARY));
        }
    }

    private static int depth(CelNavigableExpr node) {
        int depth = 0;
        Optional<CelNavigableExpr> above = Optional.of(node);
        while (above.isPresent()) {
            depth += above.get().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION ? 1 : 0;
            above = above.get().parent();
        }
        return depth;
    }
}
