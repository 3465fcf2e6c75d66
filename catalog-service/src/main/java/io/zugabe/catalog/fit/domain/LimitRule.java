package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import java.util.Set;

/**
 * A condition under which a pair fits only with a limit.
 *
 * @param when the limit holds if true
 * @param attribute the attribute that limits
 * @param got what the pair gets: text or number
 * @param needed what would be needed: text or number
 * @param unit unit of got and needed where they are numbers; empty for none
 * @param sentence with the gaps of a rule's sentences, {got} and {needed}
 * @param liftedBy type of a product that lifts the limit if it fits both host and part; empty if none does
 */
public record LimitRule(
        CompiledExpression when,
        String attribute,
        CompiledExpression got,
        CompiledExpression needed,
        String unit,
        SentenceTemplate sentence,
        String liftedBy) {

    /** Whether the limit holds for a pair. */
    LimitOutcome check(AttributeTuple host, AttributeTuple part, Evaluator evaluator) {
        return switch (evaluator.evaluate(when, host, part)) {
            case Evaluation.Known(Object value) ->
                Boolean.TRUE.equals(value) ? render(host, part, evaluator) : new LimitOutcome.Absent();
            case Evaluation.Missing(Set<String> missing) -> new LimitOutcome.Unknown(missing);
            case Evaluation.Failed _ -> new LimitOutcome.Unknown(Set.of());
        };
    }

    private LimitOutcome render(AttributeTuple host, AttributeTuple part, Evaluator evaluator) {
        Evaluation gotten = evaluator.evaluate(got, host, part);
        Evaluation wanted = evaluator.evaluate(needed, host, part);
        if (gotten instanceof Evaluation.Known(Object gotValue)
                && wanted instanceof Evaluation.Known(Object neededValue)) {
            String gotText = text(gotValue);
            String neededText = text(neededValue);
            LocalizedText filled = sentence.fill(gap -> switch (gap) {
                case "got" -> gotText;
                case "needed" -> neededText;
                default -> Pair.attributeText(gap, host, part);
            });
            return new LimitOutcome.Holds(new Limit(attribute, gotText, neededText, filled, liftedBy));
        }
        return new LimitOutcome.Unknown(Pair.missing(gotten, wanted));
    }

    private String text(Object value) {
        return value instanceof Double number
                ? new AttributeValue.Number(number, unit).asText()
                : String.valueOf(value);
    }
}
