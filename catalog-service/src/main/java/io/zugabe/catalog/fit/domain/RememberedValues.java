package io.zugabe.catalog.fit.domain;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Runs an expression once for all pairs that have the same values of what it reads. For one thread, and one pair of types. */
final class RememberedValues implements Evaluator {

    /** So many values of an expression are kept, and no more: some expressions see hardly any two pairs alike. */
    private static final int MOST_KEPT = 200_000;

    private final Map<CompiledExpression, Values> known = new IdentityHashMap<>();

    @Override
    public Evaluation evaluate(CompiledExpression expression, AttributeTuple host, AttributeTuple part) {
        return known.computeIfAbsent(expression, Values::new).of(host, part);
    }

    private static final class Values {

        private final CompiledExpression expression;
        private final Inputs hosts;
        private final Inputs parts;
        private final Map<Long, Evaluation> values = new HashMap<>();

        Values(CompiledExpression expression) {
            this.expression = expression;
            this.hosts = new Inputs(expression.hostReads());
            this.parts = new Inputs(expression.partReads());
        }

        Evaluation of(AttributeTuple host, AttributeTuple part) {
            Long inputs = (long) hosts.of(host) << Integer.SIZE | parts.of(part);
            Evaluation value = values.get(inputs);
            if (value == null) {
                value = RUNNING.evaluate(expression, host, part);
                if (values.size() < MOST_KEPT) {
                    values.put(inputs, value);
                }
            }
            return value;
        }
    }

    /** Numbers for the values of some attributes in one role. */
    private static final class Inputs {

        private final Set<String> attributes;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<AttributeTuple, Integer> byTuple = new IdentityHashMap<>();

        Inputs(Set<String> attributes) {
            this.attributes = attributes;
        }

        int of(AttributeTuple tuple) {
            return byTuple.computeIfAbsent(
                    tuple, _ -> numbers.computeIfAbsent(tuple.canonical(attributes), _ -> numbers.size()));
        }
    }
}
