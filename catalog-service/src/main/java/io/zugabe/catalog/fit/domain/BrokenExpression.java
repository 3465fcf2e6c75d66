package io.zugabe.catalog.fit.domain;

import java.util.Map;
import java.util.Set;

/** An expression that does not compile any more. It always fails, so that its rule answers UNKNOWN rather than nothing. */
record BrokenExpression(String source, String fault) implements CompiledExpression {

    @Override
    public Set<String> hostReads() {
        return Set.of();
    }

    @Override
    public Set<String> partReads() {
        return Set.of();
    }

    @Override
    public Evaluation evaluate(Map<String, Object> host, Map<String, Object> part) {
        return new Evaluation.Failed(fault);
    }
}
