package io.zugabe.experiment.lifecycle;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.Refusals;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.Launch;
import io.zugabe.experiment.domain.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Applies a transition: one transaction that sees the running experiments stand still. */
@ApplicationScoped
class ChangeState {

    private final ExperimentStore store;
    private final Clock clock;

    ChangeState(ExperimentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Experiment> apply(String id, Transition transition, String etag, Actor by) {
        return store.lockOccupying()
                .flatMap(occupying -> store.find(id).map(found -> decide(id, found, transition, etag, occupying)))
                .flatMap(changed -> store.update(changed, transition.action(), by));
    }

    private Experiment decide(
            String id, Optional<Experiment> found, Transition transition, String etag, List<Experiment> occupying) {
        Experiment experiment = found.orElseThrow(() -> Refusals.notFound(id));
        Refusals.requireEtag(experiment, etag);
        if (!transition.allowedIn(experiment.state())) {
            throw Refusals.notAllowed(experiment, transition);
        }
        if (transition == Transition.START) {
            requireClear(experiment, occupying);
        }
        return experiment.after(transition, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static void requireClear(Experiment draft, List<Experiment> occupying) {
        switch (Launch.check(draft, occupying)) {
            case Launch.Clear clear -> {}
            case Launch.RangeTaken taken -> throw Refusals.rangeTaken(draft, taken.by());
            case Launch.TooManyRunning tooMany -> throw Refusals.tooManyRunning(draft);
        }
    }
}
