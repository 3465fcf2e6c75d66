package io.zugabe.segmentation.model.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.model.TrainModel;
import io.zugabe.segmentation.model.TrainingRuns;
import io.zugabe.segmentation.v1.TrainModelRequest;
import io.zugabe.segmentation.v1.TrainingRun;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The calls about training runs. */
@Singleton
class TrainingCalls {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int MOST_PARAMETERS = 20;
    private static final int LONGEST_PARAMETER = 200;

    private final TrainModel trainModel;
    private final TrainingRuns runs;

    TrainingCalls(TrainModel trainModel, TrainingRuns runs) {
        this.trainModel = trainModel;
        this.runs = runs;
    }

    Uni<TrainingRun> train(TrainModelRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkSize("parameters", request.getParametersMap().keySet(), 0, MOST_PARAMETERS);
        request.getParametersMap()
                .forEach((name, value) -> violations.check(
                        name.length() <= LONGEST_PARAMETER && value.length() <= LONGEST_PARAMETER,
                        "parameters." + name,
                        value,
                        "must have at most " + LONGEST_PARAMETER + " characters"));
        String requestId = request.getRequestId();
        boolean repeatable = !requestId.isEmpty();
        if (repeatable) {
            violations.checkPattern("request_id", requestId, UUID_TEXT, "must be a UUID");
        }
        violations.throwIfAny();
        return trainModel
                .train(
                        repeatable ? UUID.fromString(requestId) : UUID.randomUUID(),
                        new TrainingRuns.Request(
                                request.getKind(),
                                request.getParametersMap(),
                                request.getKeepCandidate(),
                                Actor.current()))
                .map(ModelMessages::run);
    }

    Uni<TrainingRun> get(String runId) {
        return runs.find(id(runId)).map(found -> run(found, runId));
    }

    Uni<TrainingRun> cancel(String runId) {
        return runs.cancel(id(runId)).map(found -> run(found, runId));
    }

    private static UUID id(String runId) {
        Violations violations = Violations.ofRequest();
        violations.checkPattern("run_id", runId, UUID_TEXT, "must be a UUID");
        violations.throwIfAny();
        return UUID.fromString(runId);
    }

    private static TrainingRun run(Optional<io.zugabe.segmentation.model.domain.TrainingRun> found, String runId) {
        return ModelMessages.run(found.orElseThrow(() -> ZugabeException.of(
                SegmentationReason.TRAINING_RUN_NOT_FOUND,
                "there is no training run " + runId,
                Map.of("run_id", runId))));
    }
}
