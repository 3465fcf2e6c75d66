package io.zugabe.experiment.lifecycle;

import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Action;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.AuditEntry;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.State;
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
     * @param state only those in this state; null for all that are not archived
     * @param limit at most so many
     */
    Uni<List<Experiment>> list(String after, @Nullable State state, int limit);

    /**
     * Adds a draft, with an audit entry. Fails with EXPERIMENT_EXISTS if its id is taken.
     *
     * @return the experiment as stored
     */
    Uni<Experiment> insert(Experiment draft, Actor by);

    /** All that run or pause. Until the transaction ends, nobody else can change which do. */
    Uni<List<Experiment>> lockOccupying();

    /**
     * Stores a changed experiment, with an audit entry, and makes it known if a running one changed, or which
     * ones run. {@link #lockOccupying} comes first.
     *
     * @return the experiment as stored
     */
    Uni<Experiment> update(Experiment changed, Action action, Actor by);

    /**
     * Changes of an experiment, newest first.
     *
     * @param before only entries with smaller ids
     * @param limit at most so many
     */
    Uni<List<AuditEntry>> audit(String id, long before, int limit);
}
