package io.zugabe.experiment.endpoint;

import static io.zugabe.experiment.endpoint.Api.arm;
import static io.zugabe.experiment.endpoint.Api.assertInvalid;
import static io.zugabe.experiment.endpoint.Api.experiment;
import static io.zugabe.experiment.endpoint.Api.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.BadRequest.FieldViolation;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.experiment.v1.Arm;
import io.zugabe.experiment.v1.AssignRequest;
import io.zugabe.experiment.v1.CreateExperimentRequest;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.GetExperimentRequest;
import io.zugabe.experiment.v1.ListExperimentsRequest;
import io.zugabe.experiment.v1.StartExperimentRequest;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be right is refused with the field and what would be right. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "experiment"))
@Proves("E1")
class InvalidRequestTest {

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api();
    }

    @AfterEach
    void disconnect() {
        api.close();
    }

    @Test
    void weights_notAddingUp_areRefusedWithTheirSum() {
        FieldViolation violation = onlyViolation(
                experiment("e", "l").clearArms().addArms(arm("a", 0.3)).addArms(arm("b", 0.3)));
        assertEquals("experiment.arms", violation.getField());
        assertTrue(violation.getDescription().contains("0.6"), violation.getDescription());
    }

    @Test
    void arms_tenThousand_areRefused() {
        List<Arm> arms = IntStream.range(0, 10_000)
                .mapToObj(i -> arm("arm-" + i, 0.0001))
                .toList();
        FieldViolation violation =
                onlyViolation(experiment("e", "l").clearArms().addAllArms(arms));
        assertEquals("experiment.arms", violation.getField());
        assertTrue(violation.getDescription().contains("2 to 20"), violation.getDescription());
        assertField("experiment.arms", experiment("e", "l").clearArms().addArms(arm("a", 0.5)));
    }

    @Test
    void numbers_outOfRangeOrNotANumber_areRefused() {
        for (double wrong : new double[] {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY}) {
            assertField("experiment.coverage", experiment("e", "l").setCoverage(wrong));
            assertField("experiment.layer_range.start", experiment("e", "l").setLayerRange(range(wrong, 1)));
            assertField("experiment.layer_range.end", experiment("e", "l").setLayerRange(range(0, wrong)));
            assertField("experiment.arms[1].weight", experiment("e", "l").setArms(1, arm("b", wrong)));
        }
        assertField("experiment.arms[0].weight", experiment("e", "l").setArms(0, arm("a", 0)));
        assertField("experiment.layer_range.end", experiment("e", "l").setLayerRange(range(0.5, 0.5)));
        assertField("experiment.layer_range.start", experiment("e", "l").setLayerRange(range(1, 1)));
    }

    @Test
    void texts_wrong_areRefused() {
        assertField("experiment.experiment_id", experiment("", "l"));
        assertField("experiment.experiment_id", experiment("Größe", "l"));
        assertField("experiment.experiment_id", experiment("e".repeat(61), "l"));
        assertField("experiment.layer", experiment("e", "a b"));
        assertField("experiment.name", experiment("e", "l").clearName());
        assertField("experiment.name", experiment("e", "l").setName("a\0b"));
        assertField("experiment.name", experiment("e", "l").setName("n".repeat(201)));
        assertField("experiment.hypothesis", experiment("e", "l").setHypothesis("h".repeat(5_001)));
        assertField("experiment.unit", experiment("e", "l").setUnitValue(99));
        assertField("experiment.arms[1].arm_id", experiment("e", "l").setArms(1, arm("control", 0.5)));
        assertField("experiment.arms[1].arm_id", experiment("e", "l").setArms(1, arm("Ä", 0.5)));
    }

    @Test
    void parameters_wrong_areRefused() {
        Arm.Builder value = arm("value", 0.5).toBuilder();
        assertField(
                "experiment.arms[1].parameters",
                experiment("e", "l").setArms(1, value.clone().putParameters("Ranking", "value")));
        assertField(
                "experiment.arms[1].parameters[ranking]",
                experiment("e", "l").setArms(1, value.clone().putParameters("ranking", "v".repeat(501))));
        Arm.Builder many = value.clone();
        IntStream.range(0, 51).forEach(i -> many.putParameters("p" + i, ""));
        assertField("experiment.arms[1].parameters", experiment("e", "l").setArms(1, many));
    }

    @Test
    void requests_wrong_areRefused() {
        assertEquals(
                "experiment",
                only(assertInvalid(
                        () -> api.experiments().createExperiment(CreateExperimentRequest.getDefaultInstance()))));
        assertEquals(
                "request_id",
                only(assertInvalid(() -> api.experiments()
                        .createExperiment(CreateExperimentRequest.newBuilder()
                                .setExperiment(experiment("e", "l"))
                                .setRequestId("once")
                                .build()))));
        assertEquals(
                "experiment_id",
                only(assertInvalid(() -> api.experiments().getExperiment(GetExperimentRequest.getDefaultInstance()))));
        assertEquals(
                "etag",
                only(assertInvalid(() -> api.experiments()
                        .startExperiment(StartExperimentRequest.newBuilder()
                                .setExperimentId("e")
                                .setEtag("e".repeat(101))
                                .build()))));
    }

    @Test
    void lists_wrong_areRefused() {
        assertEquals(
                "page_size", listViolation(ListExperimentsRequest.newBuilder().setPageSize(1_001)));
        assertEquals(
                "page_size", listViolation(ListExperimentsRequest.newBuilder().setPageSize(-1)));
        assertEquals(
                "page_token", listViolation(ListExperimentsRequest.newBuilder().setPageToken("!!")));
        assertEquals(
                "page_token", listViolation(ListExperimentsRequest.newBuilder().setPageToken("bm8")));
        assertEquals("state", listViolation(ListExperimentsRequest.newBuilder().setStateValue(99)));
    }

    @Test
    @Proves("E2")
    void units_notPrintableAscii_areRefused() {
        assertEquals("customer_id", assignViolation(AssignRequest.newBuilder()));
        assertEquals("customer_id", assignViolation(AssignRequest.newBuilder().setCustomerId("客戶-42")));
        assertEquals("visitor_id", assignViolation(AssignRequest.newBuilder().setVisitorId("a b")));
        assertEquals("visitor_id", assignViolation(AssignRequest.newBuilder().setVisitorId("v".repeat(101))));
        assertEquals(
                "experiment_ids[0]",
                assignViolation(AssignRequest.newBuilder().setCustomerId("c").addExperimentIds("")));
        assertEquals(
                "experiment_ids",
                assignViolation(AssignRequest.newBuilder()
                        .setCustomerId("c")
                        .addAllExperimentIds(Collections.nCopies(1_001, "e"))));
    }

    private void assertField(String field, Experiment.Builder experiment) {
        assertEquals(field, onlyViolation(experiment).getField());
    }

    private FieldViolation onlyViolation(Experiment.Builder experiment) {
        List<FieldViolation> violations = assertInvalid(() -> api.create(experiment.build()));
        assertEquals(1, violations.size(), violations::toString);
        return violations.getFirst();
    }

    private String listViolation(ListExperimentsRequest.Builder request) {
        return only(assertInvalid(() -> api.experiments().listExperiments(request.build())));
    }

    private String assignViolation(AssignRequest.Builder request) {
        return only(assertInvalid(() -> api.assignments().assign(request.build())));
    }

    private static String only(List<FieldViolation> violations) {
        assertEquals(1, violations.size(), violations::toString);
        return violations.getFirst().getField();
    }
}
