package io.zugabe.experiment.lifecycle;

import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.Plan;
import io.zugabe.experiment.running.RunningExperiments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Changes what an experimenter set, as far as the experiment's state allows. */
@ApplicationScoped
public class UpdateExperiment {

    private final ChangePlan change;
    private final RunningExperiments running;

    public UpdateExperiment(ChangePlan change, RunningExperiments running) {
        this.change = change;
        this.running = running;
    }

    /**
     * The experiment afterwards; when it is returned, this replica assigns by the changed set.
     *
     * @param etag what the experiment's etag must be; empty for any
     * @param edit the wished plan, made of the experiment as it is
     */
    public Uni<Experiment> update(String id, String etag, Function<Experiment, Plan> edit, Actor by) {
        return change.apply(id, etag, edit, by).call(running::refresh);
    }
}
