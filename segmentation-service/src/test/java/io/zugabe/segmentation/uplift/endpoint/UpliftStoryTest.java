package io.zugabe.segmentation.uplift.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.uplift.EraseTrainingData;
import io.zugabe.segmentation.uplift.ScoreUplift;
import io.zugabe.segmentation.uplift.Simulation;
import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import io.zugabe.segmentation.uplift.domain.TrainingSet;
import io.zugabe.segmentation.uplift.domain.UpliftClass;
import io.zugabe.segmentation.v1.Dataset;
import io.zugabe.segmentation.v1.DeleteDatasetRequest;
import io.zugabe.segmentation.v1.FeatureDeclaration;
import io.zugabe.segmentation.v1.FeatureReading;
import io.zugabe.segmentation.v1.GetCustomerPageRequest;
import io.zugabe.segmentation.v1.GetModelCardRequest;
import io.zugabe.segmentation.v1.GetModelCardResponse;
import io.zugabe.segmentation.v1.GetTrainingRunRequest;
import io.zugabe.segmentation.v1.ListDatasetsRequest;
import io.zugabe.segmentation.v1.Model;
import io.zugabe.segmentation.v1.PublishModelRequest;
import io.zugabe.segmentation.v1.RefusedRow;
import io.zugabe.segmentation.v1.RollbackModelRequest;
import io.zugabe.segmentation.v1.TrainModelRequest;
import io.zugabe.segmentation.v1.TrainingRow;
import io.zugabe.segmentation.v1.TrainingRun;
import io.zugabe.segmentation.v1.UploadTrainingDataRequest;
import io.zugabe.segmentation.v1.UploadTrainingDataResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finished experiment becomes what is known about every customer. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
class UpliftStoryTest {

    private static final int ROWS = 12_000;

    /** Of a treatment, in units of the outcome. */
    private static final double COST = 0.02;

    private static final int MESSAGE = 2_000;
    private static final Duration TRAINING = Duration.ofMinutes(5);

    private final ScoreUplift scoreUplift;
    private final EraseTrainingData eraseTrainingData;
    private ServiceClient client;

    UpliftStoryTest(ScoreUplift scoreUplift, EraseTrainingData eraseTrainingData) {
        this.scoreUplift = scoreUplift;
        this.eraseTrainingData = eraseTrainingData;
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
    @Proves("C5")
    void experiment_isUploadedTrainedOnPublishedScoredAndTakenBack() {
        String name = Events.unique("d");
        UploadTrainingDataResponse uploaded = upload(name, Simulation.binary(ROWS, Simulation.MIXED, false, 11));
        assertEquals(ROWS, uploaded.getAcceptedRows());
        assertEquals(0, uploaded.getRefusedRows());
        Dataset dataset = dataset(name);
        assertEquals(2, dataset.getArmsCount());
        assertEquals(ROWS, dataset.getArms(0).getRows() + dataset.getArms(1).getRows());
        assertTrue(
                dataset.getExpireTime().getSeconds() > dataset.getUpdateTime().getSeconds());

        int version = train(name, true);
        assertEquals(0, scoreUplift.version(), "a candidate is not used");
        GetModelCardResponse card = card(version);
        assertEquals(Model.State.STATE_CANDIDATE, card.getModel().getState());
        assertEquals(ROWS, card.getCard().getRows());
        assertEquals("true", card.getCard().getSettingsMap().get("evidence"), card::toString);
        assertTrue(card.getCard().getComparisonsList().stream().allMatch(comparison -> comparison.getLow() > 0));
        assertEquals(64, card.getModel().getChecksum().length());
        assertEquals(4, card.getCard().getFeaturesCount());

        client.models()
                .publishModel(PublishModelRequest.newBuilder()
                        .setKind("uplift")
                        .setVersion(version)
                        .build());
        assertEquals(version, scoreUplift.version());
        assertEquals(UpliftClass.PERSUADABLE, score(0.9, 0.9, "web"));
        assertEquals(UpliftClass.DO_NOT_DISTURB, score(0.1, 0.1, "shop"));
        Map<String, FeatureReading> assessed = assessed(Events.unique("c"));
        double effect = assessed.get("uplift_effect").getValue().getNumber().getValue();
        double low = assessed.get("uplift_low").getValue().getNumber().getValue();
        assertEquals(
                low > 0 && effect > COST,
                assessed.get("uplift_worth_cost").getValue().getTruth());
        assertEquals(effect >= 0, assessed.get("uplift_worth_free").getValue().getTruth());
        for (int i = 0; i < 1_000; i++) {
            scoreUplift.count(customer(0.99, 0.5, "web"));
        }
        await().until(() -> card(version).getCard().getFeaturesList().stream()
                .anyMatch(
                        feature -> feature.getName().equals("taste") && feature.getPopulationStabilityIndex() > 0.25));

        client.models()
                .rollbackModel(RollbackModelRequest.newBuilder()
                        .setKind("uplift")
                        .setVersion(version)
                        .build());
        assertTrue(scoreUplift.score(new FeatureVector(Map.of())).isEmpty());

        assertEquals(1, eraseTrainingData.erase(name + "-7").await().atMost(Duration.ofSeconds(10)));
        assertEquals(
                ROWS - 1,
                client.trainingData()
                        .deleteDataset(
                                DeleteDatasetRequest.newBuilder().setName(name).build())
                        .getDeletedRows());
    }

    @Test
    void training_withoutEnoughData_saysSo() {
        String name = Events.unique("d");
        upload(name, Simulation.binary(200, Simulation.MIXED, false, 12));
        TrainingRun run = run(name, false);
        assertEquals(TrainingRun.State.STATE_FAILED, run.getState());
        assertTrue(run.getFailure().contains("at least 500 are needed"), run.getFailure());
        assertTrue(run(Events.unique("none"), false).getFailure().contains("there is no data set"));
    }

    @Test
    @Proves("C5")
    void badRows_areRefusedOneByOne() {
        String name = Events.unique("d");
        TrainingRow good = row(
                name, 0, Simulation.binary(1, Simulation.NONE, false, 1).rows().getFirst());
        UploadTrainingDataResponse response = upload(List.of(UploadTrainingDataRequest.newBuilder()
                .setHeader(header(name))
                .addRows(good)
                .addRows(good.toBuilder().setUnitId("").build())
                .addRows(good.toBuilder().setPropensity(1).build())
                .addRows(good.toBuilder().setPropensity(Double.NaN).build())
                .addRows(good.toBuilder()
                        .putFeatures("taste", text("sweet"))
                        .putFeatures("unheard", text("of"))
                        .build())
                .addRows(good.toBuilder().clearBinaryOutcome().build())
                .addRows(good.toBuilder()
                        .setContinuousOutcome(Double.POSITIVE_INFINITY)
                        .build())
                .addRows(good.toBuilder().setUnitId("another").build())
                .build()));
        assertEquals(2, response.getAcceptedRows());
        assertEquals(6, response.getRefusedRows());
        assertEquals(
                List.of(
                        "1 unit_id",
                        "2 propensity",
                        "3 propensity",
                        "4 features.taste features.unheard",
                        "5 outcome",
                        "6 continuous_outcome"),
                response.getRefusedList().stream().map(UpliftStoryTest::fields).toList());
    }

    @Test
    void badUploads_areRefused() {
        String name = Events.unique("d");
        assertEquals(Status.Code.INVALID_ARGUMENT, refusal(List.of()));
        assertEquals(Status.Code.INVALID_ARGUMENT, refusal(List.of(UploadTrainingDataRequest.getDefaultInstance())));
        UploadTrainingDataRequest first =
                UploadTrainingDataRequest.newBuilder().setHeader(header(name)).build();
        assertEquals(Status.Code.INVALID_ARGUMENT, refusal(List.of(first, first)));
        upload(List.of(first));
        upload(List.of(first));
        UploadTrainingDataRequest.Builder other = first.toBuilder();
        other.getHeaderBuilder().removeFeatures(0);
        assertEquals(Status.Code.FAILED_PRECONDITION, refusal(List.of(other.build())));
        assertThrows(
                StatusRuntimeException.class,
                () -> client.trainingData()
                        .deleteDataset(DeleteDatasetRequest.newBuilder()
                                .setName("nothing")
                                .build()));
        assertThrows(
                StatusRuntimeException.class,
                () -> client.models()
                        .trainModel(TrainModelRequest.newBuilder()
                                .setKind("uplift")
                                .putParameters("dataset", name)
                                .putParameters("treatment", "same")
                                .putParameters("control", "same")
                                .putParameters("outcome", "luck")
                                .build()));
    }

    private int train(String dataset, boolean keepCandidate) {
        TrainingRun run = run(dataset, keepCandidate);
        assertEquals(TrainingRun.State.STATE_SUCCEEDED, run.getState(), run.getFailure());
        return run.getVersion();
    }

    private TrainingRun run(String dataset, boolean keepCandidate) {
        String id = client.models()
                .trainModel(TrainModelRequest.newBuilder()
                        .setKind("uplift")
                        .putParameters("dataset", dataset)
                        .putParameters("treatment", "mail")
                        .putParameters("control", "none")
                        .putParameters("cost", String.valueOf(COST))
                        .setKeepCandidate(keepCandidate)
                        .build())
                .getRun()
                .getRunId();
        return await().atMost(TRAINING)
                .until(
                        () -> client.models()
                                .getTrainingRun(GetTrainingRunRequest.newBuilder()
                                        .setRunId(id)
                                        .build())
                                .getRun(),
                        TrainingRun::hasEndTime);
    }

    private GetModelCardResponse card(int version) {
        return client.models()
                .getModelCard(GetModelCardRequest.newBuilder()
                        .setKind("uplift")
                        .setVersion(version)
                        .build());
    }

    private Map<String, FeatureReading> assessed(String customer) {
        client.publish(Events.view(customer, "lamp"));
        GetCustomerPageRequest request =
                GetCustomerPageRequest.newBuilder().setCustomerId(customer).build();
        await().ignoreExceptions()
                .until(() -> client.profiles().getCustomerPage(request).getFeaturesCount() > 0);
        return client.profiles().getCustomerPage(request).getFeaturesList().stream()
                .collect(Collectors.toMap(FeatureReading::getName, reading -> reading));
    }

    private UpliftClass score(double taste, double mood, String channel) {
        return scoreUplift.score(customer(taste, mood, channel)).orElseThrow().upliftClass();
    }

    private static FeatureVector customer(double taste, double mood, String channel) {
        return new FeatureVector(Map.of(
                "taste", new FeatureValue.Number(taste),
                "age", new FeatureValue.Number(50),
                "mood", new FeatureValue.Number(mood),
                "channel", new FeatureValue.Text(channel)));
    }

    private Dataset dataset(String name) {
        return client
                .trainingData()
                .listDatasets(
                        ListDatasetsRequest.newBuilder().setPageSize(1_000).build())
                .getDatasetsList()
                .stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static UploadTrainingDataRequest.Header header(String name) {
        UploadTrainingDataRequest.Header.Builder header =
                UploadTrainingDataRequest.Header.newBuilder().setDataset(name);
        Simulation.FEATURES.forEach(feature -> header.addFeatures(FeatureDeclaration.newBuilder()
                .setName(feature)
                .setType(
                        feature.equals("channel")
                                ? FeatureDeclaration.Type.TYPE_TEXT
                                : FeatureDeclaration.Type.TYPE_NUMBER)));
        return header.build();
    }

    private UploadTrainingDataResponse upload(String name, TrainingSet set) {
        List<UploadTrainingDataRequest> messages = new ArrayList<>();
        for (int from = 0; from < set.rows().size(); from += MESSAGE) {
            UploadTrainingDataRequest.Builder message = UploadTrainingDataRequest.newBuilder();
            if (from == 0) {
                message.setHeader(header(name));
            }
            for (int i = from; i < Math.min(from + MESSAGE, set.rows().size()); i++) {
                message.addRows(row(name, i, set.rows().get(i)));
            }
            messages.add(message.build());
        }
        return upload(messages);
    }

    private static TrainingRow row(String name, int number, TrainingSet.Row row) {
        TrainingRow.Builder message = TrainingRow.newBuilder()
                .setUnitId(name + "-" + number)
                .setArm(row.treated() ? "mail" : "none")
                .setPropensity(row.treated() ? row.propensity() : 1 - row.propensity())
                .setBinaryOutcome(row.outcome() > 0)
                .setMatured(true);
        for (int i = 0; i < row.cells().length; i++) {
            Cell cell = row.cells()[i];
            message.putFeatures(
                    Simulation.FEATURES.get(i), cell.text().isEmpty() ? number(cell.number()) : text(cell.text()));
        }
        return message.build();
    }

    private static io.zugabe.segmentation.v1.FeatureValue number(double number) {
        return io.zugabe.segmentation.v1.FeatureValue.newBuilder()
                .setNumber(number)
                .build();
    }

    private static io.zugabe.segmentation.v1.FeatureValue text(String text) {
        return io.zugabe.segmentation.v1.FeatureValue.newBuilder().setText(text).build();
    }

    private UploadTrainingDataResponse upload(List<UploadTrainingDataRequest> messages) {
        return client.upload(messages);
    }

    private Status.Code refusal(List<UploadTrainingDataRequest> messages) {
        CompletionException failure = assertThrows(CompletionException.class, () -> upload(messages));
        assertFalse(failure.getCause() == null);
        return Status.fromThrowable(failure.getCause()).getCode();
    }

    private static String fields(RefusedRow refused) {
        StringBuilder fields = new StringBuilder().append(refused.getRow());
        refused.getStatus().getDetailsList().stream()
                .filter(detail -> detail.is(BadRequest.class))
                .map(UpliftStoryTest::badRequest)
                .flatMap(bad -> bad.getFieldViolationsList().stream())
                .map(BadRequest.FieldViolation::getField)
                .sorted()
                .forEach(field -> fields.append(' ').append(field));
        return fields.toString();
    }

    private static BadRequest badRequest(com.google.protobuf.Any detail) {
        try {
            return detail.unpack(BadRequest.class);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
