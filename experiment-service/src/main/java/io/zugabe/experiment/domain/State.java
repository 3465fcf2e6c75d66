package io.zugabe.experiment.domain;

/** Where an experiment stands in its life. */
public enum State {
    /** Being prepared: nobody is assigned. */
    DRAFT,
    /** Units are assigned. */
    RUNNING,
    /** Nobody is assigned for now; its part of the layer stays taken. */
    PAUSED,
    /** Over for good. */
    STOPPED,
    /** Over and out of sight. */
    ARCHIVED;

    /** Whether experiments in this state have a part of their layer. */
    public boolean occupies() {
        return this == RUNNING || this == PAUSED;
    }
}
