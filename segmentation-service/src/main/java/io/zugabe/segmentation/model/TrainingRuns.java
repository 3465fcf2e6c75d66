package io.zugabe.segmentation.model;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.model.domain.TrainingRun;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where training runs are kept. */
public interface TrainingRuns {

    /**
     * Queues a run.
     *
     * @return the run; the one that is there if the id was used before; empty if too many wait
     */
    Uni<Optional<TrainingRun>> queue(UUID id, Request request, int mostWaiting);

    /** Queues a daily run unless there is one of that kind and day. */
    Uni<Void> queueDaily(UUID id, Request request, LocalDate day);

    /** The parameters of the last run of a kind that succeeded. */
    Uni<Optional<Map<String, String>>> lastParameters(String kind);

    Uni<Optional<TrainingRun>> find(UUID id);

    /** Asks for the end of a run; one that waits ends at once. */
    Uni<Optional<TrainingRun>> cancel(UUID id);

    /** Notes how far a run is; returns whether it shall go on. */
    Uni<Boolean> report(UUID id, double progress, String step);

    /** Becomes the one replica that trains, and takes the next run; empty if there is none, or another trains. */
    Uni<Optional<Claim>> claim();

    /** Keeps a model as the result of a run, unless the run has been ended; returns its version, or 0. */
    Uni<Integer> succeed(TrainingRun run, Trained trained);

    /** Ends a run without a result. */
    Uni<Void> end(UUID id, TrainingRun.State state, String failure);

    /** Deletes what ended more than 90 days ago. */
    Uni<Void> forget();

    /** What a run is to do. */
    record Request(String kind, Map<String, String> parameters, boolean keepCandidate, String actor) {}

    /** A run that this replica alone may do. */
    interface Claim {
        TrainingRun run();

        /** Lets others train. */
        Uni<Void> release();
    }
}
