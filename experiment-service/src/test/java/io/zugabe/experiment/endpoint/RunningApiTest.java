package io.zugabe.experiment.endpoint;

import static io.zugabe.experiment.endpoint.Api.assertRefused;
import static io.zugabe.experiment.endpoint.Api.experiment;
import static io.zugabe.experiment.endpoint.Api.range;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.experiment.v1.AssignRequest;
import io.zugabe.experiment.v1.AssignResponse;
import io.zugabe.experiment.v1.Assignment;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.ExperimentServiceGrpc;
import io.zugabe.experiment.v1.NotAssigned;
import io.zugabe.experiment.v1.WatchExperimentsRequest;
import io.zugabe.experiment.v1.WatchExperimentsResponse;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assigning by the running experiments and watching them, through the API. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "experiment"))
@Proves("E2")
class RunningApiTest {

    @Inject
    Pool database;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api();
        await().until(this::loaded);
    }

    @AfterEach
    void disconnect() {
        api.close();
    }

    @Test
    void assign_sinceStartReturned_untilStopReturned() {
        api.create(experiment("assign", "assign").build());
        assertEquals(NotAssigned.Reason.REASON_NOT_RUNNING, reason(assign("anna", "assign")));
        api.start("assign");
        Assignment arm = assign("anna", "assign").getAssignments(0);
        assertEquals("assign", arm.getExperimentId());
        assertEquals(List.of("control", "value").get(arm.getArmIndex()), arm.getArmId());
        assertEquals(1, arm.getSaltVersion());
        assertTrue(assign("anna").getAssignmentsList().contains(arm));
        assertEquals(arm, assign("anna", "assign").getAssignments(0));
        api.stop("assign");
        assertEquals(NotAssigned.Reason.REASON_NOT_RUNNING, reason(assign("anna", "assign")));
    }

    @Test
    void assign_unknownExperiment_isNotFound() {
        var refused =
                assertRefused(Status.Code.NOT_FOUND, "EXPERIMENT_NOT_FOUND", () -> assign("anna", "assign-nowhere"));
        assertEquals("assign-nowhere", refused.getMetadataOrThrow("experiment_id"));
    }

    @Test
    void assign_outside_saysWhy() {
        api.create(experiment("outside-left", "outside")
                .setLayerRange(range(0, 0.5))
                .build());
        api.create(experiment("outside-right", "outside")
                .setLayerRange(range(0.5, 1))
                .build());
        api.create(experiment("outside-few", "outside-few").setCoverage(0.0001).build());
        List.of("outside-left", "outside-right", "outside-few").forEach(api::start);
        AssignResponse response = assign("anna", "outside-left", "outside-right");
        assertEquals(1, response.getAssignmentsCount());
        assertEquals(NotAssigned.Reason.REASON_OUTSIDE_LAYER_RANGE, reason(response));
        assertEquals(NotAssigned.Reason.REASON_OUTSIDE_COVERAGE, reason(assign("anna", "outside-few")));
        AssignRequest visitor = AssignRequest.newBuilder()
                .setVisitorId("v-1")
                .addExperimentIds("outside-few")
                .build();
        assertEquals(NotAssigned.Reason.REASON_NO_UNIT, reason(api.assignments().assign(visitor)));
        List.of("outside-left", "outside-right", "outside-few").forEach(api::stop);
    }

    @Test
    void watch_sendsTheSet_thenEveryChange_thenTheSameAgain() {
        try (Watcher watcher = new Watcher(api)) {
            await().until(() -> !watcher.received.isEmpty());
            WatchExperimentsResponse first = watcher.received.getFirst();
            assertEquals(10, first.getNextWithin().getSeconds());
            api.create(experiment("watched", "watched").build());
            Experiment running = api.start("watched");
            await().until(() -> watcher.last().getExperimentsList().contains(running));
            assertTrue(watcher.last().getVersion() > first.getVersion());
            api.stop("watched");
            await().until(() -> ids(watcher.last()).stream().noneMatch("watched"::equals));
            int count = watcher.received.size();
            await().atMost(Duration.ofSeconds(20)).until(() -> watcher.received.size() > count);
            assertEquals(watcher.received.get(count - 1), watcher.received.get(count));
        }
    }

    /** Another replica writes to the database only: this one must find out by itself. */
    @Test
    void watch_changeByAnotherReplica_isNoticed() {
        api.create(experiment("elsewhere", "elsewhere").build());
        try (Watcher watcher = new Watcher(api)) {
            await().until(() -> !watcher.received.isEmpty());
            execute("update experiment set state = 'RUNNING', start_time = now() where id = 'elsewhere'");
            execute("update running_set set version = version + 1");
            await().until(() -> ids(watcher.last()).contains("elsewhere"));
            assertNotEquals(0, assign("anna", "elsewhere").getAssignmentsCount());
        }
        api.stop("elsewhere");
    }

    @Test
    void operations_healthAndMetrics_areThere() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        RestAssured.get("/q/metrics").then().statusCode(200).body(containsString("zugabe_experiment_running"));
    }

    private boolean loaded() {
        return RestAssured.get("/q/health/ready").statusCode() == 200;
    }

    private AssignResponse assign(String customer, String... experiments) {
        return api.assignments()
                .assign(AssignRequest.newBuilder()
                        .setCustomerId(customer)
                        .addAllExperimentIds(List.of(experiments))
                        .build());
    }

    private static NotAssigned.Reason reason(AssignResponse response) {
        assertEquals(1, response.getNotAssignedCount(), response::toString);
        return response.getNotAssigned(0).getReason();
    }

    private static List<String> ids(WatchExperimentsResponse response) {
        return response.getExperimentsList().stream()
                .map(Experiment::getExperimentId)
                .toList();
    }

    private void execute(String sql) {
        database.query(sql).execute().await().atMost(Duration.ofSeconds(5));
    }

    /** Collects what WatchExperiments sends until closed. */
    private static final class Watcher implements StreamObserver<WatchExperimentsResponse>, AutoCloseable {

        final List<WatchExperimentsResponse> received = new CopyOnWriteArrayList<>();
        private final Context.CancellableContext context = Context.current().withCancellation();

        Watcher(Api api) {
            context.run(() -> ExperimentServiceGrpc.newStub(api.channel())
                    .watchExperiments(WatchExperimentsRequest.getDefaultInstance(), this));
        }

        WatchExperimentsResponse last() {
            return received.getLast();
        }

        @Override
        public void onNext(WatchExperimentsResponse response) {
            received.add(response);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {}

        @Override
        public void close() {
            context.cancel(null);
        }
    }
}
