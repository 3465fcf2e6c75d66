package io.zugabe.segmentation.segment.domain;

import java.util.Set;

/** What a condition says of a customer, in Kleene's logic. */
public sealed interface Outcome {

    /** True: whatever else there may be to know. */
    record Holds() implements Outcome {}

    /** False: whatever else there may be to know. */
    record HoldsNot() implements Outcome {}

    /**
     * It depends on features that are not known of the customer.
     *
     * @param missing their names
     */
    record Unknown(Set<String> missing) implements Outcome {
        public Unknown {
            missing = Set.copyOf(missing);
        }
    }

    /**
     * It cannot be evaluated for the customer: a limit was reached or a number divided by zero.
     *
     * @param message in English
     */
    record Failed(String message) implements Outcome {}

    /** Whether the condition is true. */
    default boolean holds() {
        return this instanceof Holds;
    }
}
