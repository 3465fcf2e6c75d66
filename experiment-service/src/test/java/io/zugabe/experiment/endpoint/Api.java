package io.zugabe.experiment.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.zugabe.experiment.v1.Arm;
import io.zugabe.experiment.v1.AssignmentServiceGrpc;
import io.zugabe.experiment.v1.AssignmentServiceGrpc.AssignmentServiceBlockingStub;
import io.zugabe.experiment.v1.CreateExperimentRequest;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.ExperimentServiceGrpc;
import io.zugabe.experiment.v1.ExperimentServiceGrpc.ExperimentServiceBlockingStub;
import io.zugabe.experiment.v1.StartExperimentRequest;
import io.zugabe.experiment.v1.StopExperimentRequest;
import io.zugabe.experiment.v1.TrafficRange;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.function.Executable;

/** The API as a gateway sees it. */
final class Api implements AutoCloseable {

    private final ManagedChannel channel;

    Api() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    ManagedChannel channel() {
        return channel;
    }

    ExperimentServiceBlockingStub experiments() {
        return ExperimentServiceGrpc.newBlockingStub(channel);
    }

    AssignmentServiceBlockingStub assignments() {
        return AssignmentServiceGrpc.newBlockingStub(channel);
    }

    Experiment create(Experiment experiment) {
        return experiments()
                .createExperiment(CreateExperimentRequest.newBuilder()
                        .setExperiment(experiment)
                        .build())
                .getExperiment();
    }

    Experiment start(String id) {
        return experiments()
                .startExperiment(
                        StartExperimentRequest.newBuilder().setExperimentId(id).build())
                .getExperiment();
    }

    Experiment stop(String id) {
        return experiments()
                .stopExperiment(
                        StopExperimentRequest.newBuilder().setExperimentId(id).build())
                .getExperiment();
    }

    static Experiment.Builder experiment(String id, String layer) {
        return Experiment.newBuilder()
                .setExperimentId(id)
                .setName("Ranking by value")
                .setLayer(layer)
                .addArms(arm("control", 0.5))
                .addArms(arm("value", 0.5).toBuilder().putAllParameters(Map.of("ranking", "value")));
    }

    static Arm arm(String id, double weight) {
        return Arm.newBuilder().setArmId(id).setWeight(weight).build();
    }

    static TrafficRange range(double start, double end) {
        return TrafficRange.newBuilder().setStart(start).setEnd(end).build();
    }

    static ErrorInfo assertRefused(Status.Code code, String reason, Executable call) {
        StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, call);
        assertEquals(code, refused.getStatus().getCode(), refused.getMessage());
        ErrorInfo info = detail(refused, ErrorInfo.class);
        assertEquals("experiment.zugabe.io", info.getDomain());
        assertEquals(reason, info.getReason());
        return info;
    }

    /** The fields that a call was refused for. */
    static List<BadRequest.FieldViolation> assertInvalid(Executable call) {
        StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, call);
        assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode(), refused.getMessage());
        return detail(refused, BadRequest.class).getFieldViolationsList();
    }

    private static <T extends com.google.protobuf.Message> T detail(StatusRuntimeException refused, Class<T> type) {
        for (com.google.protobuf.Any any : StatusProto.fromThrowable(refused).getDetailsList()) {
            if (any.is(type)) {
                try {
                    return any.unpack(type);
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + refused);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
