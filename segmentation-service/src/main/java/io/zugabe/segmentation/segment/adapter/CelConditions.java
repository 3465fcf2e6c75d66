package io.zugabe.segmentation.segment.adapter;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.segment.domain.ConditionCompiler;
import io.zugabe.segmentation.segment.domain.ConditionFault;
import io.zugabe.segmentation.segment.domain.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compiles conditions in CEL. Each feature is a variable of its type, so that what is misspelled does not compile. */
public final class CelConditions implements ConditionCompiler {

    /** Code points of an expression at most. */
    public static final int LONGEST = 4_000;

    private static final int MOST_ITERATIONS = 1_000;
    private static final int DEEPEST = 50;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableUnknownTracking(true)
            .populateMacroCalls(true)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxRegexProgramSize(LONGEST)
            .build();

    /** What CEL writes before line and column. */
    private static final String DISPLAY_PREFIX = "ERROR: <input>:";

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);

    private final Map<String, Feature> features;
    private final Cel cel;

    /**
     * @param features what expressions may name
     */
    public CelConditions(Collection<Feature> features) {
        this.features = features.stream().collect(Collectors.toMap(Feature::name, Function.identity()));
        CelBuilder builder =
                CelFactory.standardCelBuilder().setOptions(OPTIONS).setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        features.forEach(feature -> builder.addVar(feature.name(), celType(feature.type())));
        this.cel = builder.build();
    }

    private static CelType celType(Feature.Type type) {
        return switch (type) {
            case NUMBER -> SimpleType.DOUBLE;
            case TRUTH -> SimpleType.BOOL;
            case TEXT -> SimpleType.STRING;
            case TEXTS -> ListType.create(SimpleType.STRING);
        };
    }

    @Override
    public Condition compile(String source) {
        CelValidationResult parsed = cel.parse(source);
        CelSource text = parsed.getSource();
        try {
            CelAbstractSyntaxTree tree = WholeNumbers.asNumbers(accept(parsed, text), features);
            CelAbstractSyntaxTree ast = accept(cel.check(tree), text);
            ConditionShape shape = new ConditionShape(ast, features);
            requireCondition(ast, text);
            shape.tooDeep().ifPresent(id -> {
                throw refused(ast, text, id, ConditionShape.TOO_DEEP);
            });
            Optional<String> impossible = shape.noValue()
                    .map(wrong -> refused(ast, text, wrong.expressionId(), wrong.explained())
                            .fault());
            return new CelCondition(source, cel.createProgram(ast), shape, impossible);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new ConditionFault("1:1: " + e.getMessage());
        }
    }

    private CelAbstractSyntaxTree accept(CelValidationResult result, CelSource text) throws CelValidationException {
        if (result.hasError()) {
            throw fault(result.getErrors().stream().map(this::explained).toList(), text);
        }
        return result.getAst();
    }

    private CelIssue explained(CelIssue issue) {
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        if (!undeclared.matches()) {
            return issue;
        }
        String name = undeclared.group(1);
        List<String> near = Nearest.to(name, features.keySet());
        String hint =
                near.isEmpty() ? "; ListFeatures lists those there are" : "; near to it: " + String.join(", ", near);
        return CelIssue.formatError(issue.getSourceLocation(), "there is no feature '" + name + "'" + hint);
    }

    private static void requireCondition(CelAbstractSyntaxTree ast, CelSource text) {
        if (!ast.getResultType().equals(SimpleType.BOOL)) {
            String type = ast.getResultType().name();
            throw refused(ast, text, ast.getExpr().id(), "is of type " + type + "; must be true or false");
        }
    }

    private static ConditionFault refused(
            CelAbstractSyntaxTree ast, CelSource text, long expressionId, String message) {
        CelSourceLocation location = text.getOffsetLocation(
                        ast.getSource().getPositionsMap().getOrDefault(expressionId, 0))
                .orElse(CelSourceLocation.of(1, 0));
        return fault(List.of(CelIssue.formatError(location, message)), text);
    }

    private static ConditionFault fault(List<CelIssue> issues, CelSource text) {
        return new ConditionFault(CelIssue.toDisplayString(issues, text).replace(DISPLAY_PREFIX, ""));
    }
}
