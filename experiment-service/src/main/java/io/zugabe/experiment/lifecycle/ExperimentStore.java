package io.zugabe.experiment.lifecycle;

import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.State;
import io.zugabe.experiment.domain.Transition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where experiments live. Every call joins the transaction of its caller. */
public interface ExperimentStore {

    Uni<Optional<Experiment>> find(String id);

    /**
     * Experiments by id.
     *
     * @param after only ids behind this one; empty for all
     * @param state only those in this state; null for all
     * @param limit at most so many
     */
    Uni<List<Experiment>> list(String after, @Nullable State state, int limit);

    /**
     * Adds a draft, with an audit entry. Fails with EXPERIMENT_EXISTS if its id is taken.
     *
     * @return the experiment as stored
     */
    Uni<Experiment> insert(Experiment draft, Actor by);

    /** All that run. Until the transaction ends, nobody else can change which do. */
    Uni<List<Experiment>> lockRunning();

    /**
     * Stores an experiment after a transition, with an audit entry, and makes it known if the set of
     * running experiments changed. {@link #lockRunning} comes first.
     *
     * @return the experiment as stored
     */
    Uni<Experiment> update(Experiment changed, Transition transition, Actor by);
}
