package io.zugabe.catalog.fit.domain;

/** How an expression's value about a pair is found: by running the expression, or from memory. */
@FunctionalInterface
interface Evaluator {

    /** Runs every expression. */
    Evaluator RUNNING = (expression, host, part) -> expression.evaluate(host.plain(), part.plain());

    Evaluation evaluate(CompiledExpression expression, AttributeTuple host, AttributeTuple part);
}
