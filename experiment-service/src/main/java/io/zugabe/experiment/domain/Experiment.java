package io.zugabe.experiment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An experiment.
 *
 * @param plan what the experimenter set
 * @param state where it stands
 * @param revision grows with every write
 * @param createTime when it was created
 * @param startTime when it was started; null before
 * @param stopTime when it was stopped; null before
 */
public record Experiment(
        Plan plan,
        State state,
        long revision,
        Instant createTime,
        @Nullable Instant startTime,
        @Nullable Instant stopTime) {

    /** A new draft. */
    public static Experiment draft(Plan plan, Instant now) {
        return new Experiment(plan, State.DRAFT, 0, now, null, null);
    }

    public String id() {
        return plan.design().id();
    }

    /** The opaque text that changes with every write. */
    public String etag() {
        return Long.toString(revision);
    }

    /**
     * The experiment after a transition, which its state must allow.
     *
     * @param now when it happens
     */
    public Experiment after(Transition transition, Instant now) {
        if (!transition.allowedIn(state)) {
            throw new IllegalStateException(transition + " is not allowed in " + state);
        }
        return switch (transition) {
            case START -> new Experiment(plan, transition.to(), revision, createTime, now, stopTime);
            case STOP -> new Experiment(plan, transition.to(), revision, createTime, startTime, now);
            case PAUSE, RESUME, ARCHIVE ->
                new Experiment(plan, transition.to(), revision, createTime, startTime, stopTime);
        };
    }

    /** The experiment with another plan, which {@link Amendment} must allow. */
    public Experiment with(Plan changed) {
        return new Experiment(changed, state, revision, createTime, startTime, stopTime);
    }
}
