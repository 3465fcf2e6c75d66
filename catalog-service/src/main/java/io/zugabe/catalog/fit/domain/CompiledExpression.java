package io.zugabe.catalog.fit.domain;

import java.util.Map;
import java.util.Set;

/** An expression over the attributes of a host and a part, checked against their types. Safe for concurrent use. */
public interface CompiledExpression {

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
}
