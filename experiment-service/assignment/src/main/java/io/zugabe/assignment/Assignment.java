package io.zugabe.assignment;

/** Whether a unit takes part in an experiment, and in which arm. */
public sealed interface Assignment {

    /**
     * The unit takes part.
     *
     * @param armIndex place of the arm in the experiment, from 0 (the control)
     * @param arm the arm
     */
    record Assigned(int armIndex, Arm arm) implements Assignment {}

    /** The unit does not take part. */
    record NotAssigned(Reason reason) implements Assignment {}

    /** Why a unit does not take part. */
    enum Reason {
        /** The unit's part of the layer belongs to another experiment or to none. */
        OUTSIDE_LAYER_RANGE,
        /** The unit is not among the share that takes part. */
        OUTSIDE_COVERAGE,
        /** The experiment randomises another kind of unit than is known. */
        NO_UNIT
    }
}
