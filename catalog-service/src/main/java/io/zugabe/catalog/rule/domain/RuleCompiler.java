package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.schema.domain.Schema;

/** Makes rules that can judge out of rules as they are written. Safe for concurrent use. */
@FunctionalInterface
public interface RuleCompiler {

    /**
     * Compiles a rule against the types of a schema.
     *
     * @throws RuleFault if it does not compile
     */
    FitRule compile(Schema schema, StatedRule rule);
}
