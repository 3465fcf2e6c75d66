package io.zugabe.experiment.lifecycle;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.Refusals;
import io.zugabe.experiment.domain.Experiment;
import jakarta.enterprise.context.ApplicationScoped;

/** Returns an experiment. */
@ApplicationScoped
public class GetExperiment {

    private final ExperimentStore store;

    public GetExperiment(ExperimentStore store) {
        this.store = store;
    }

    /** The experiment; fails with EXPERIMENT_NOT_FOUND. */
    @WithSession
    public Uni<Experiment> get(String id) {
        return store.find(id).map(found -> found.orElseThrow(() -> Refusals.notFound(id)));
    }
}
