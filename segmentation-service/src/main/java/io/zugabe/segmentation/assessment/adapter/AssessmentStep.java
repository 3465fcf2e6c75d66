package io.zugabe.segmentation.assessment.adapter;

/**
 * A step of an assessment. Every bean that is one takes part; a stage without one is left out. A step
 * that fails leaves its part of the assessment out, and the others go on.
 */
public interface AssessmentStep {

    /** When it runs. Of several at one stage the order is not said. */
    Stage stage();

    /**
     * Adds what it concludes about one customer. Reads only memory: it is called thousands of times a
     * second, by one thread at a time for a draft, by several for different ones.
     */
    void assess(Draft draft);
}
