package io.zugabe.experiment.domain;

/** Where an experiment stands in its life. */
public enum State {
    /** Being prepared: nobody is assigned. */
    DRAFT,
    /** Units are assigned. */
    RUNNING,
    /** Over for good. */
    STOPPED
}
