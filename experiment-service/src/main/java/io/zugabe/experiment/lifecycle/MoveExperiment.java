package io.zugabe.experiment.lifecycle;

import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.Transition;
import io.zugabe.experiment.running.RunningExperiments;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts, pauses, resumes, stops or archives an experiment. */
@ApplicationScoped
public class MoveExperiment {

    private final ChangeState change;
    private final RunningExperiments running;

    public MoveExperiment(ChangeState change, RunningExperiments running) {
        this.change = change;
        this.running = running;
    }

    /**
     * The experiment afterwards; when it is returned, this replica assigns by the changed set.
     *
     * @param etag what the experiment's etag must be; empty for any
     */
    public Uni<Experiment> move(String id, Transition transition, String etag, Actor by) {
        return change.apply(id, transition, etag, by).call(running::refresh);
    }
}
