package io.zugabe.segmentation.model.endpoint;

import com.google.protobuf.Timestamp;
import io.zugabe.segmentation.model.ModelStore.Described;
import io.zugabe.segmentation.model.adapter.CardMessages;
import io.zugabe.segmentation.model.domain.ModelChange;
import io.zugabe.segmentation.model.domain.ModelState;
import io.zugabe.segmentation.model.domain.ModelVersion;
import io.zugabe.segmentation.model.domain.TrainingRun;
import io.zugabe.segmentation.v1.GetModelCardResponse;
import io.zugabe.segmentation.v1.Model;
import java.time.Instant;

/** Models and runs as messages. */
final class ModelMessages {

    private ModelMessages() {}

    static Model model(ModelVersion version) {
        Model.Builder message = Model.newBuilder()
                .setKind(version.kind())
                .setVersion(version.version())
                .setState(state(version.state()))
                .setCreateTime(time(version.createTime()))
                .setChecksum(version.checksum())
                .setSizeBytes(version.size())
                .setPublishable(version.publishable());
        version.publishTime().ifPresent(time -> message.setPublishTime(time(time)));
        return message.build();
    }

    static GetModelCardResponse card(Described described) {
        GetModelCardResponse.Builder message = GetModelCardResponse.newBuilder()
                .setModel(model(described.version()))
                .setCard(CardMessages.message(described.card(), described.drift()));
        described.changes().forEach(change -> message.addChanges(change(change)));
        return message.build();
    }

    static io.zugabe.segmentation.v1.TrainingRun run(TrainingRun run) {
        io.zugabe.segmentation.v1.TrainingRun.Builder message = io.zugabe.segmentation.v1.TrainingRun.newBuilder()
                .setRunId(run.id().toString())
                .setKind(run.kind())
                .putAllParameters(run.parameters())
                .setState(state(run.state()))
                .setProgress(run.progress())
                .setStep(run.step())
                .setFailure(run.failure())
                .setVersion(run.version())
                .setActor(run.actor())
                .setCreateTime(time(run.createTime()));
        run.startTime().ifPresent(time -> message.setStartTime(time(time)));
        run.endTime().ifPresent(time -> message.setEndTime(time(time)));
        return message.build();
    }

    private static io.zugabe.segmentation.v1.ModelChange change(ModelChange change) {
        return io.zugabe.segmentation.v1.ModelChange.newBuilder()
                .setAction(action(change.action()))
                .setActor(change.actor())
                .setChangeTime(time(change.time()))
                .build();
    }

    private static io.zugabe.segmentation.v1.ModelChange.Action action(ModelChange.Action action) {
        return switch (action) {
            case TRAINED -> io.zugabe.segmentation.v1.ModelChange.Action.ACTION_TRAINED;
            case PUBLISHED -> io.zugabe.segmentation.v1.ModelChange.Action.ACTION_PUBLISHED;
            case ROLLED_BACK -> io.zugabe.segmentation.v1.ModelChange.Action.ACTION_ROLLED_BACK;
            case RESTORED -> io.zugabe.segmentation.v1.ModelChange.Action.ACTION_RESTORED;
        };
    }

    private static Model.State state(ModelState state) {
        return switch (state) {
            case CANDIDATE -> Model.State.STATE_CANDIDATE;
            case PUBLISHED -> Model.State.STATE_PUBLISHED;
            case RETIRED -> Model.State.STATE_RETIRED;
        };
    }

    private static io.zugabe.segmentation.v1.TrainingRun.State state(TrainingRun.State state) {
        return switch (state) {
            case QUEUED -> io.zugabe.segmentation.v1.TrainingRun.State.STATE_QUEUED;
            case RUNNING -> io.zugabe.segmentation.v1.TrainingRun.State.STATE_RUNNING;
            case SUCCEEDED -> io.zugabe.segmentation.v1.TrainingRun.State.STATE_SUCCEEDED;
            case FAILED -> io.zugabe.segmentation.v1.TrainingRun.State.STATE_FAILED;
            case CANCELLED -> io.zugabe.segmentation.v1.TrainingRun.State.STATE_CANCELLED;
        };
    }

    private static Timestamp time(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
