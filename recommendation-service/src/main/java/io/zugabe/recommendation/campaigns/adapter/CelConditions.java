package io.zugabe.recommendation.campaigns.adapter;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.zugabe.recommendation.campaigns.Conditions;
import io.zugabe.recommendation.campaigns.domain.Condition;
import io.zugabe.recommendation.replica.domain.Circumstances;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Conditions in CEL: every variable is declared, so that what is misspelled does not compile; no macros, so none runs long. */
@Singleton
public class CelConditions implements Conditions {

    /** Characters of an expression at most. */
    public static final int LONGEST = 1_000;

    private static final int DEEPEST = 30;

    private final Cel byChannel = always().build();
    private final Cel cel = always().addVar("region", SimpleType.STRING)
            .addVar("device", SimpleType.STRING)
            .addVar("weather", SimpleType.STRING)
            .addVar("occasion", SimpleType.STRING)
            .build();

    /** What is known whether the customer is here or not. */
    private static CelBuilder always() {
        return CelFactory.standardCelBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseRecursionDepth(DEEPEST)
                        .maxRegexProgramSize(LONGEST)
                        .build())
                .addVar("placement", SimpleType.STRING)
                .addVar("month", SimpleType.INT)
                .addVar("weekday", SimpleType.INT)
                .addVar("hour", SimpleType.INT)
                .setResultType(SimpleType.BOOL);
    }

    @Override
    public Condition compile(String source) {
        if (source.isEmpty()) {
            return Condition.ALWAYS;
        }
        try {
            CelRuntime.Program program = cel.createProgram(cel.compile(source).getAst());
            return (known, placement, time) -> holds(program, known, placement, time);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).replace("ERROR: <input>:", ""), e);
        }
    }

    @Override
    public boolean holdsByChannel(String source) {
        return source.isEmpty() || !byChannel.compile(source).hasError();
    }

    /** What fails while it runs (a division by zero) does not hold. */
    private static boolean holds(CelRuntime.Program program, Circumstances known, String placement, Instant time) {
        OffsetDateTime clock = time.atOffset(ZoneOffset.UTC);
        Map<String, Object> values = new HashMap<>();
        values.put("region", known.region());
        values.put("device", known.device());
        values.put("weather", known.weather());
        values.put("occasion", known.occasion());
        values.put("placement", placement);
        values.put("month", (long) clock.getMonthValue());
        values.put("weekday", (long) clock.getDayOfWeek().getValue());
        values.put("hour", (long) clock.getHour());
        try {
            return Boolean.TRUE.equals(program.eval(values));
        } catch (CelEvaluationException e) {
            return false;
        }
    }
}
