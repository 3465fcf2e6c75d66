package io.zugabe.segmentation.model.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One training.
 *
 * @param keepCandidate leave what comes of it out of force
 * @param progress 0 to 1
 * @param step what is being done, for a person
 * @param failure why it failed; empty if it did not
 * @param version what came of it; 0 until it succeeded
 */
public record TrainingRun(
        UUID id,
        String kind,
        Map<String, String> parameters,
        boolean keepCandidate,
        State state,
        double progress,
        String step,
        String failure,
        int version,
        String actor,
        Instant createTime,
        Optional<Instant> startTime,
        Optional<Instant> endTime) {

    public TrainingRun {
        parameters = Map.copyOf(parameters);
    }

    /** How a run stands. */
    public enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }
}
