package io.zugabe.experiment.domain;

/** What somebody did to an experiment. */
public enum Action {
    CREATE,
    UPDATE,
    START,
    PAUSE,
    RESUME,
    STOP,
    ARCHIVE
}
