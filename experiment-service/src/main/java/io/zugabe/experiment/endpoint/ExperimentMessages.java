package io.zugabe.experiment.endpoint;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.zugabe.assignment.ExperimentDesign;
import io.zugabe.assignment.UnitKind;
import io.zugabe.experiment.domain.Action;
import io.zugabe.experiment.domain.AuditEntry;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.RunningSet;
import io.zugabe.experiment.domain.State;
import io.zugabe.experiment.running.RunningExperiments;
import io.zugabe.experiment.v1.Arm;
import io.zugabe.experiment.v1.TrafficRange;
import io.zugabe.experiment.v1.WatchExperimentsResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes experiments as protobuf messages. */
final class ExperimentMessages {

    private static final Duration NEXT_WITHIN = Duration.newBuilder()
            .setSeconds(RunningExperiments.LONGEST_SILENCE.toSeconds())
            .build();

    private ExperimentMessages() {}

    static io.zugabe.experiment.v1.Experiment experiment(Experiment experiment) {
        ExperimentDesign design = experiment.plan().design();
        var message = io.zugabe.experiment.v1.Experiment.newBuilder()
                .setExperimentId(design.id())
                .setName(experiment.plan().name())
                .setHypothesis(experiment.plan().hypothesis())
                .setUnit(unit(design.unit()))
                .setLayer(design.layer())
                .setLayerRange(TrafficRange.newBuilder()
                        .setStart(design.layerRange().start())
                        .setEnd(design.layerRange().end()))
                .setCoverage(design.coverage())
                .setState(state(experiment.state()))
                .setSaltVersion(design.saltVersion())
                .setEtag(experiment.etag())
                .setCreateTime(time(experiment.createTime()));
        for (io.zugabe.assignment.Arm arm : design.arms()) {
            message.addArms(
                    Arm.newBuilder().setArmId(arm.id()).setWeight(arm.weight()).putAllParameters(arm.parameters()));
        }
        if (experiment.startTime() != null) {
            message.setStartTime(time(experiment.startTime()));
        }
        if (experiment.stopTime() != null) {
            message.setStopTime(time(experiment.stopTime()));
        }
        return message.build();
    }

    static WatchExperimentsResponse watched(RunningSet set) {
        return WatchExperimentsResponse.newBuilder()
                .addAllExperiments(set.experiments().stream()
                        .map(ExperimentMessages::experiment)
                        .toList())
                .setVersion(set.version())
                .setNextWithin(NEXT_WITHIN)
                .build();
    }

    static io.zugabe.experiment.v1.AuditEntry entry(AuditEntry entry) {
        return io.zugabe.experiment.v1.AuditEntry.newBuilder()
                .setEntryId(entry.id())
                .setCreateTime(time(entry.time()))
                .setActor(entry.by().principal())
                .setRequestId(entry.by().requestId())
                .setAction(action(entry.action()))
                .setExperiment(experiment(entry.afterwards()))
                .build();
    }

    /** The state to filter by; null for all. */
    static @Nullable State state(io.zugabe.experiment.v1.Experiment.State state) {
        return switch (state) {
            case STATE_UNSPECIFIED -> null;
            case STATE_DRAFT -> State.DRAFT;
            case STATE_RUNNING -> State.RUNNING;
            case STATE_STOPPED -> State.STOPPED;
            case STATE_PAUSED -> State.PAUSED;
            case STATE_ARCHIVED -> State.ARCHIVED;
            case UNRECOGNIZED -> throw new IllegalArgumentException("unrecognised state");
        };
    }

    private static io.zugabe.experiment.v1.Experiment.State state(State state) {
        return switch (state) {
            case DRAFT -> io.zugabe.experiment.v1.Experiment.State.STATE_DRAFT;
            case RUNNING -> io.zugabe.experiment.v1.Experiment.State.STATE_RUNNING;
            case PAUSED -> io.zugabe.experiment.v1.Experiment.State.STATE_PAUSED;
            case STOPPED -> io.zugabe.experiment.v1.Experiment.State.STATE_STOPPED;
            case ARCHIVED -> io.zugabe.experiment.v1.Experiment.State.STATE_ARCHIVED;
        };
    }

    private static io.zugabe.experiment.v1.AuditEntry.Action action(Action action) {
        return switch (action) {
            case CREATE -> io.zugabe.experiment.v1.AuditEntry.Action.ACTION_CREATED;
            case UPDATE -> io.zugabe.experiment.v1.AuditEntry.Action.ACTION_UPDATED;
            case START -> io.zugabe.experiment.v1.AuditEntry.Action.ACTION_STARTED;
            case PAUSE -> io.zugabe.experiment.v1.AuditEntry.Action.ACTION_PAUSED;
            case RESUME -> io.zugabe.experiment.v1.AuditEntry.Action.ACTION_RESUMED;
            case STOP -> io.zugabe.experiment.v1.AuditEntry.Action.ACTION_STOPPED;
            case ARCHIVE -> io.zugabe.experiment.v1.AuditEntry.Action.ACTION_ARCHIVED;
        };
    }

    private static io.zugabe.experiment.v1.Experiment.Unit unit(UnitKind unit) {
        return switch (unit) {
            case CUSTOMER -> io.zugabe.experiment.v1.Experiment.Unit.UNIT_CUSTOMER;
            case VISITOR -> io.zugabe.experiment.v1.Experiment.Unit.UNIT_VISITOR;
        };
    }

    private static Timestamp time(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
