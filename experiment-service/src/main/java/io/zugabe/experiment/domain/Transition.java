package io.zugabe.experiment.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What can be done to an experiment: the table of its life. */
public enum Transition {
    START(State.RUNNING, State.DRAFT),
    STOP(State.STOPPED, State.DRAFT, State.RUNNING);

    private final State to;
    private final Set<State> from;

    Transition(State to, State... from) {
        this.to = to;
        this.from = Set.copyOf(EnumSet.copyOf(Arrays.asList(from)));
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
