package io.zugabe.catalog.rule.adapter;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import io.zugabe.catalog.rule.domain.RuleFault;
import java.util.Optional;

/** Refuses what would hide the type of a value: comparisons of it could not be checked before products are. */
final class KnownTypes {

    private KnownTypes() {}

    /**
     * @throws RuleFault with the place of a value whose type is not known
     */
    static void require(CelAbstractSyntaxTree ast) {
        CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .forEach(node -> fault(ast, node.expr()).ifPresent(fault -> {
                    throw CelFaults.at(ast, node.expr().id(), fault);
                }));
    }

    private static Optional<String> fault(CelAbstractSyntaxTree ast, CelExpr expr) {
        if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && expr.call().function().equals("dyn")) {
            return Optional.of("dyn() is refused: it hides the type of a value, so that nothing checks what it is"
                    + " compared with");
        }
        return ast.getType(expr.id())
                .filter(KnownTypes::isHidden)
                .map(_ -> "mixes values of several types, so that nothing checks what they are compared with");
    }

    private static boolean isHidden(CelType type) {
        return type.kind() == CelKind.DYN
                || type.kind() == CelKind.ANY
                || type.parameters().stream().anyMatch(KnownTypes::isHidden);
    }
}
