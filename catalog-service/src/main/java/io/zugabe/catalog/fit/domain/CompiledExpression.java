package io.zugabe.catalog.fit.domain;

import java.util.Map;
import java.util.Set;

/** An expression over the attributes of a host and a part, checked against their types. Safe for concurrent use. */
public interface CompiledExpression {

    /** An expression is not evaluated about two products if it could take more steps; its value is unknown then. */
    double MOST_STEPS = 10_000_000;

    /** The expression as written. */
    String source();

    /** Attributes of the host that it reads. */
    Set<String> hostReads();

    /** Attributes of the part that it reads. */
    Set<String> partReads();

    /**
     * Evaluates the expression in Kleene's logic: a missing attribute is unknown, and so is whatever depends on it.
     *
     * @param host plain values of the host's attributes; what is not in it is missing
     * @param part plain values of the part's attributes
     */
    Evaluation evaluate(Map<String, Object> host, Map<String, Object> part);

    /** The most steps that it can take about two products, whatever its conditions skip; 0 if nobody counts them. */
    default double mostSteps(Map<String, Object> host, Map<String, Object> part) {
        return 0;
    }

    /** Why it was not evaluated for some products, in English; empty if it always was. */
    default String tooDear() {
        return "";
    }
}
