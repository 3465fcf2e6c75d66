package io.zugabe.segmentation.model.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.model.Trainers;
import io.zugabe.segmentation.v1.CancelTrainingRunRequest;
import io.zugabe.segmentation.v1.GetModelCardRequest;
import io.zugabe.segmentation.v1.GetModelCardResponse;
import io.zugabe.segmentation.v1.GetTrainingRunRequest;
import io.zugabe.segmentation.v1.ListModelsRequest;
import io.zugabe.segmentation.v1.ListModelsResponse;
import io.zugabe.segmentation.v1.Model;
import io.zugabe.segmentation.v1.ModelChange;
import io.zugabe.segmentation.v1.ModelServiceGrpc;
import io.zugabe.segmentation.v1.PublishModelRequest;
import io.zugabe.segmentation.v1.RollbackModelRequest;
import io.zugabe.segmentation.v1.RollbackModelResponse;
import io.zugabe.segmentation.v1.TrainModelRequest;
import io.zugabe.segmentation.v1.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
class ModelServiceTest {

    private final EchoHolder holder;
    private final FollowedAtStart atStart;
    private final Trainers trainers;
    private ServiceClient client;

    ModelServiceTest(EchoHolder holder, FollowedAtStart atStart, Trainers trainers) {
        this.holder = holder;
        this.atStart = atStart;
        this.trainers = trainers;
    }

    @BeforeEach
    void connect() {
        client = new ServiceClient();
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        client.close();
    }

    @Test
    void everyKindThatIsLearned_isFollowedBeforeModelsAreReadAtTheStart() {
        assertEquals(new TreeSet<>(trainers.kinds()), atStart.kinds());
    }

    @Test
    @Proves("C5")
    void model_isTrainedPublishedUsedAndTakenBack() {
        int first = trained(echo("one")).getVersion();
        await().until(() -> holder.says().equals("one"));
        int second = trained(echo("two")).getVersion();
        await().until(() -> holder.says().equals("two"));
        assertTrue(second > first);

        GetModelCardResponse card = card(second);
        assertEquals(Model.State.STATE_PUBLISHED, card.getModel().getState());
        assertEquals("it is fine", card.getCard().getDecision());
        assertEquals(2, card.getCard().getMetrics(0).getLow());
        assertEquals(7, card.getCard().getLogPosition());
        assertEquals("voice", card.getCard().getFeatures(0).getName());
        assertEquals(
                List.of(ModelChange.Action.ACTION_PUBLISHED, ModelChange.Action.ACTION_TRAINED),
                card.getChangesList().stream().map(ModelChange::getAction).toList());
        assertEquals("jo", card.getChanges(0).getActor());

        RollbackModelRequest back = RollbackModelRequest.newBuilder()
                .setKind("echo")
                .setVersion(second)
                .build();
        assertEquals(first, models().rollbackModel(back).getModel().getVersion());
        assertEquals("one", holder.says());
        assertEquals(first, models().rollbackModel(back).getModel().getVersion(), "again is no more");
        assertEquals(Model.State.STATE_RETIRED, card(second).getModel().getState());
        assertEquals("MODEL_NOT_PUBLISHED", reason(() -> {
            publish(second);
            models().rollbackModel(back.toBuilder().setVersion(first).build());
        }));
    }

    @Test
    void rollingBack_goesOnBackwardsUntilNothingIsLeft() {
        int last = trained(echo("again")).getVersion();
        RollbackModelResponse response = RollbackModelResponse.getDefaultInstance();
        for (int taken = 0; last > 0; taken++) {
            assertTrue(taken < 100, "goes in circles");
            response = models().rollbackModel(RollbackModelRequest.newBuilder()
                    .setKind("echo")
                    .setVersion(last)
                    .build());
            last = response.getModel().getVersion();
        }
        assertFalse(response.hasModel());
        assertEquals("", holder.says());
        assertEquals("MODEL_NOT_FOUND", reason(() -> card(0)));
    }

    @Test
    void model_thatHasNotEarnedIt_isKeptOutOfForce() {
        int version = trained(echo("bad")).getVersion();
        assertEquals(Model.State.STATE_CANDIDATE, card(version).getModel().getState());
        assertEquals("it is worse than nothing", card(version).getCard().getDecision());
        assertEquals("MODEL_NOT_EARNED", reason(() -> publish(version)));
    }

    @Test
    void candidate_isKeptUntilItIsPublished() {
        int version = trained(echo("later").toBuilder().setKeepCandidate(true).build())
                .getVersion();
        assertEquals(Model.State.STATE_CANDIDATE, card(version).getModel().getState());
        publish(version);
        await().until(() -> holder.says().equals("later"));
    }

    @Test
    void run_thatFailsOrIsCancelled_saysSoAndLeavesNothing() {
        TrainingRun failed = run(echo("nothing"));
        assertEquals(TrainingRun.State.STATE_FAILED, failed.getState());
        assertEquals("nothing to learn", failed.getFailure());

        String id = models().trainModel(echo("for ever")).getRun().getRunId();
        await().until(() -> get(id).getStep().equals("learning for ever"));
        assertEquals(0.1, get(id).getProgress());
        models().cancelTrainingRun(
                        CancelTrainingRunRequest.newBuilder().setRunId(id).build());
        assertEquals(TrainingRun.State.STATE_CANCELLED, ended(id).getState());
        assertEquals(0, get(id).getVersion());
    }

    @Test
    void trainings_askedForTwiceWithOneRequestId_areOne() {
        TrainModelRequest request = echo("once").toBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .build();
        String id = models().trainModel(request).getRun().getRunId();
        assertEquals(id, models().trainModel(request).getRun().getRunId());
        ended(id);
    }

    @Test
    void sameTraining_givesTheSameChecksum() {
        int one = trained(echo("same")).getVersion();
        int other = trained(echo("same")).getVersion();
        assertEquals(card(one).getModel().getChecksum(), card(other).getModel().getChecksum());
    }

    @Test
    void list_isPagedNewestFirst() {
        trained(echo("a"));
        trained(echo("b"));
        List<Integer> versions = new ArrayList<>();
        String token = "";
        do {
            ListModelsResponse page = models().listModels(ListModelsRequest.newBuilder()
                    .setKind("echo")
                    .setPageSize(1)
                    .setPageToken(token)
                    .build());
            page.getModelsList().forEach(model -> versions.add(model.getVersion()));
            String next = page.getNextPageToken();
            if (!next.isEmpty()) {
                ListModelsRequest ofAll =
                        ListModelsRequest.newBuilder().setPageToken(next).build();
                assertEquals("INVALID_REQUEST", reason(() -> models().listModels(ofAll)), "another list's token");
            }
            token = next;
        } while (!token.isEmpty());
        assertTrue(versions.size() >= 2);
        assertEquals(
                versions.stream().sorted((a, b) -> b - a).distinct().toList(), versions, "each once, newest first");
    }

    @Test
    void badRequests_areRefused() {
        assertEquals(
                "INVALID_REQUEST",
                reason(() -> models().trainModel(TrainModelRequest.newBuilder()
                        .setKind("guesswork")
                        .build())));
        assertEquals(
                "INVALID_REQUEST",
                reason(() -> models().trainModel(
                                TrainModelRequest.newBuilder().setKind("echo").build())));
        assertEquals(
                "INVALID_REQUEST",
                reason(() -> models().trainModel(echo("x").toBuilder()
                        .putParameters("seed", "new")
                        .build())));
        assertEquals("INVALID_REQUEST", reason(() -> get("no-uuid")));
        assertEquals(
                "TRAINING_RUN_NOT_FOUND", reason(() -> get(UUID.randomUUID().toString())));
        assertEquals("MODEL_NOT_FOUND", reason(() -> publish(1_000_000)));
        assertEquals(
                "INVALID_REQUEST",
                reason(() -> models().listModels(
                                ListModelsRequest.newBuilder().setPageToken("?").build())));
    }

    private static TrainModelRequest echo(String say) {
        return TrainModelRequest.newBuilder()
                .setKind("echo")
                .putParameters("say", say)
                .build();
    }

    private TrainingRun trained(TrainModelRequest request) {
        TrainingRun run = run(request);
        assertEquals(TrainingRun.State.STATE_SUCCEEDED, run.getState(), run.getFailure());
        return run;
    }

    private TrainingRun run(TrainModelRequest request) {
        return ended(models().trainModel(request).getRun().getRunId());
    }

    private TrainingRun ended(String id) {
        return await().until(() -> get(id), run -> run.hasEndTime());
    }

    private TrainingRun get(String id) {
        return models().getTrainingRun(
                        GetTrainingRunRequest.newBuilder().setRunId(id).build())
                .getRun();
    }

    private GetModelCardResponse card(int version) {
        return models().getModelCard(GetModelCardRequest.newBuilder()
                .setKind("echo")
                .setVersion(version)
                .build());
    }

    private void publish(int version) {
        models().publishModel(PublishModelRequest.newBuilder()
                .setKind("echo")
                .setVersion(version)
                .build());
    }

    private ModelServiceGrpc.ModelServiceBlockingStub models() {
        Metadata metadata = new Metadata();
        metadata.put(Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER), "jo");
        return client.models().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    private static String reason(Runnable call) {
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, call::run);
        return Objects.requireNonNull(StatusProto.fromThrowable(failure)).getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(ModelServiceTest::info)
                .findFirst()
                .orElseThrow(() -> failure)
                .getReason();
    }

    private static ErrorInfo info(com.google.protobuf.Any detail) {
        try {
            return detail.unpack(ErrorInfo.class);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
