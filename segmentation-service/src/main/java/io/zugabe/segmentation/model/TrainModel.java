package io.zugabe.segmentation.model;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.model.TrainingRuns.Request;
import io.zugabe.segmentation.model.domain.TrainingRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Queues a training. */
@ApplicationScoped
public class TrainModel {

    /** The parameter that every kind has. */
    static final String SEED = "seed";

    private static final int MOST_WAITING = 20;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    private final Trainers trainers;
    private final TrainingRuns runs;

    TrainModel(Trainers trainers, TrainingRuns runs) {
        this.trainers = trainers;
        this.runs = runs;
    }

    /**
     * Queues a training.
     *
     * @param id of the run; the run of an id that was used before is returned as it is
     */
    public Uni<TrainingRun> train(UUID id, Request request) {
        check(request);
        return runs.queue(id, request, MOST_WAITING)
                .map(queued -> queued.orElseThrow(() -> ZugabeException.retryable(
                        SegmentationReason.TRAINING_QUEUE_FULL,
                        MOST_WAITING + " trainings are waiting; no more may wait",
                        RETRY_AFTER)));
    }

    private void check(Request request) {
        Violations violations = Violations.ofRequest();
        Map<String, String> parameters = request.parameters();
        String seed = parameters.getOrDefault(SEED, "1");
        violations.check(
                WHOLE_NUMBER.matcher(seed).matches(),
                "parameters." + SEED,
                seed,
                "must be a whole number of at most 18 digits");
        Optional<Trainer> trainer = trainers.of(request.kind());
        if (violations.check(
                trainer.isPresent(), "kind", request.kind(), "must be one of " + String.join(", ", trainers.kinds()))) {
            trainer.orElseThrow().check(parameters, violations);
        }
        violations.throwIfAny();
    }
}
