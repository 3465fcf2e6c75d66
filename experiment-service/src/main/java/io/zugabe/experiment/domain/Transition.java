package io.zugabe.experiment.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What can be done to an experiment: the table of its life. */
public enum Transition {
    START(Action.START, State.RUNNING, State.DRAFT),
    PAUSE(Action.PAUSE, State.PAUSED, State.RUNNING),
    RESUME(Action.RESUME, State.RUNNING, State.PAUSED),
    STOP(Action.STOP, State.STOPPED, State.DRAFT, State.RUNNING, State.PAUSED),
    ARCHIVE(Action.ARCHIVE, State.ARCHIVED, State.STOPPED);

    private final Action action;
    private final State to;
    private final Set<State> from;

    Transition(Action action, State to, State... from) {
        this.action = action;
        this.to = to;
        this.from = Set.copyOf(EnumSet.copyOf(Arrays.asList(from)));
    }

    /** What it is called in the audit. */
    public Action action() {
        return action;
    }

    /** The state it leads to. */
    public State to() {
        return to;
    }

    /** The states in which it is allowed. */
    public Set<State> from() {
        return from;
    }

    public boolean allowedIn(State state) {
        return from.contains(state);
    }
}
