package io.zugabe.experiment.lifecycle;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.Refusals;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.Experiment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates a draft with the plan of another experiment. */
@ApplicationScoped
public class CloneExperiment {

    private final ExperimentStore store;
    private final CreateExperiment create;

    public CloneExperiment(ExperimentStore store, CreateExperiment create) {
        this.store = store;
        this.create = create;
    }

    /**
     * The draft. Its salts contain its id, so units are assigned anew.
     *
     * @param requestId makes the call safe to repeat within 24 hours; null if it is not
     */
    @WithTransaction
    public Uni<Experiment> copy(String id, String newId, @Nullable UUID requestId, Actor by) {
        return store.find(id)
                .map(found -> found.orElseThrow(() -> Refusals.notFound(id)))
                .flatMap(found -> create.create(found.plan().under(newId), requestId, by));
    }
}
