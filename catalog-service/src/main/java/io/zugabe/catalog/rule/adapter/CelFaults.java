package io.zugabe.catalog.rule.adapter;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationResult;
import io.zugabe.catalog.rule.domain.RuleFault;
import java.util.List;

/** What is wrong with an expression, with its line, its column, and a mark below the place. */
final class CelFaults {

    /** What CEL writes before line and column. */
    private static final String DISPLAY_PREFIX = "ERROR: <input>:";

    private CelFaults() {}

    /** What CEL found. */
    static String of(CelValidationResult result) {
        return result.getErrorString().replace(DISPLAY_PREFIX, "");
    }

    /** What we found at one of its parts. */
    static RuleFault at(CelAbstractSyntaxTree ast, long expressionId, String message) {
        CelSourceLocation location = ast.getSource()
                .getOffsetLocation(ast.getSource().getPositionsMap().getOrDefault(expressionId, 0))
                .orElse(CelSourceLocation.NONE);
        CelIssue issue = CelIssue.formatError(location, message);
        return new RuleFault(
                "", CelIssue.toDisplayString(List.of(issue), ast.getSource()).replace(DISPLAY_PREFIX, ""));
    }
}
