package io.zugabe.segmentation.treatment;

import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.segment.domain.ConditionFault;

/** Compiles conditions over features and the list of a customer's segments. */
public interface TreatmentCompiler {

    /**
     * Compiles an expression.
     *
     * @throws ConditionFault if it cannot be
     */
    Condition compile(String source);
}
