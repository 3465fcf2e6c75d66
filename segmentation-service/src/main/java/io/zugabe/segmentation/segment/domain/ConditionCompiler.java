package io.zugabe.segmentation.segment.domain;

/** Compiles conditions against the declared features. Safe for use by several threads. */
public interface ConditionCompiler {

    /**
     * Compiles an expression.
     *
     * @throws ConditionFault if it does not parse, names what is not declared, has the wrong types, or is
     *     no condition
     */
    Condition compile(String source);
}
