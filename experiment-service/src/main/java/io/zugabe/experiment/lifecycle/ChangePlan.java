package io.zugabe.experiment.lifecycle;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.Refusals;
import io.zugabe.experiment.domain.Action;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.Amendment;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Applies a change of a plan: one transaction that sees the running experiments stand still. */
@ApplicationScoped
class ChangePlan {

    private final ExperimentStore store;

    ChangePlan(ExperimentStore store) {
        this.store = store;
    }

    @WithTransaction
    Uni<Experiment> apply(String id, String etag, Function<Experiment, Plan> edit, Actor by) {
        return store.lockOccupying()
                .flatMap(occupying -> store.find(id))
                .map(found -> found.orElseThrow(() -> Refusals.notFound(id)))
                .map(experiment -> edited(experiment, etag, edit))
                .flatMap(changed -> store.update(changed, Action.UPDATE, by));
    }

    private static Experiment edited(Experiment experiment, String etag, Function<Experiment, Plan> edit) {
        Refusals.requireEtag(experiment, etag);
        Plan plan = edit.apply(experiment);
        List<String> refused = Amendment.refused(experiment, plan);
        if (!refused.isEmpty()) {
            throw Refusals.changeNotAllowed(experiment, refused);
        }
        return experiment.with(plan);
    }
}
