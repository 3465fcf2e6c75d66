package io.zugabe.experiment.endpoint;

import static io.zugabe.experiment.endpoint.Api.assertInvalid;
import static io.zugabe.experiment.endpoint.Api.assertRefused;
import static io.zugabe.experiment.endpoint.Api.experiment;
import static io.zugabe.experiment.endpoint.Api.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.FieldMask;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.experiment.v1.ArchiveExperimentRequest;
import io.zugabe.experiment.v1.AssignRequest;
import io.zugabe.experiment.v1.AssignResponse;
import io.zugabe.experiment.v1.AuditEntry;
import io.zugabe.experiment.v1.CloneExperimentRequest;
import io.zugabe.experiment.v1.CreateExperimentRequest;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.GetExperimentRequest;
import io.zugabe.experiment.v1.ListAuditEntriesRequest;
import io.zugabe.experiment.v1.ListAuditEntriesResponse;
import io.zugabe.experiment.v1.ListExperimentsRequest;
import io.zugabe.experiment.v1.ListExperimentsResponse;
import io.zugabe.experiment.v1.NotAssigned;
import io.zugabe.experiment.v1.PauseExperimentRequest;
import io.zugabe.experiment.v1.ResumeExperimentRequest;
import io.zugabe.experiment.v1.StartExperimentRequest;
import io.zugabe.experiment.v1.UpdateExperimentRequest;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Experiments and their life through the API, on the real database. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "experiment"))
@Proves("E1")
class ExperimentApiTest {

    @Inject
    Pool database;

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
    void create_leavesOut_defaultsAreFilledIn() {
        Experiment created = api.create(experiment("defaults", "").build());
        assertEquals("default", created.getLayer());
        assertEquals(Experiment.Unit.UNIT_CUSTOMER, created.getUnit());
        assertEquals(range(0, 1), created.getLayerRange());
        assertEquals(1, created.getCoverage());
        assertEquals(1, created.getSaltVersion());
        assertEquals(Experiment.State.STATE_DRAFT, created.getState());
        assertFalse(created.getEtag().isEmpty());
        assertTrue(created.hasCreateTime());
        assertFalse(created.hasStartTime());
        assertEquals("value", created.getArms(1).getParametersOrThrow("ranking"));
        assertEquals(created, get("defaults"));
        assertRefused(
                Status.Code.ALREADY_EXISTS,
                "EXPERIMENT_EXISTS",
                () -> api.create(experiment("defaults", "other").build()));
    }

    @Test
    void create_repeated_returnsTheFirstResponse() {
        CreateExperimentRequest request = CreateExperimentRequest.newBuilder()
                .setExperiment(experiment("repeated", "repeated"))
                .setRequestId(UUID.randomUUID().toString())
                .build();
        Experiment first = api.experiments().createExperiment(request).getExperiment();
        api.start("repeated");
        assertEquals(first, api.experiments().createExperiment(request).getExperiment());
        CreateExperimentRequest reused = request.toBuilder()
                .setExperiment(experiment("reused", "repeated"))
                .build();
        assertEquals(
                "request_id",
                assertInvalid(() -> api.experiments().createExperiment(reused))
                        .getFirst()
                        .getField());
    }

    @Test
    void create_repeatedAtOnce_createsOne() {
        CreateExperimentRequest request = CreateExperimentRequest.newBuilder()
                .setExperiment(experiment("at-once", "at-once"))
                .setRequestId(UUID.randomUUID().toString())
                .build();
        List<CompletableFuture<Experiment>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> api.experiments().createExperiment(request).getExperiment()))
                .toList();
        assertEquals(1, calls.stream().map(CompletableFuture::join).distinct().count());
        assertEquals(List.of("CREATE"), audit("at-once"));
    }

    @Test
    void life_startAndStop_changesEtagAndTimes() {
        Experiment draft = api.create(experiment("life", "life").build());
        Experiment running = api.start("life");
        assertEquals(Experiment.State.STATE_RUNNING, running.getState());
        assertTrue(running.hasStartTime());
        assertNotEquals(draft.getEtag(), running.getEtag());
        Experiment stopped = api.stop("life");
        assertEquals(Experiment.State.STATE_STOPPED, stopped.getState());
        assertEquals(running.getStartTime(), stopped.getStartTime());
        assertTrue(stopped.hasStopTime());
        assertEquals(stopped, get("life"));
        var refused = assertRefused(Status.Code.FAILED_PRECONDITION, "TRANSITION_NOT_ALLOWED", () -> api.start("life"));
        assertEquals("STOPPED", refused.getMetadataOrThrow("state"));
        assertEquals("DRAFT", refused.getMetadataOrThrow("allowed_states"));
    }

    @Test
    void start_staleEtag_isAborted() {
        api.create(experiment("stale", "stale").build());
        StartExperimentRequest request = StartExperimentRequest.newBuilder()
                .setExperimentId("stale")
                .setEtag("x")
                .build();
        assertRefused(
                Status.Code.ABORTED, "ETAG_MISMATCH", () -> api.experiments().startExperiment(request));
        String etag = get("stale").getEtag();
        api.experiments().startExperiment(request.toBuilder().setEtag(etag).build());
    }

    @Test
    @Proves("E2")
    void start_overlappingRange_isRefusedNamingTheOther() {
        api.create(experiment("left", "shared").setLayerRange(range(0, 0.6)).build());
        api.create(experiment("middle", "shared").setLayerRange(range(0.5, 0.8)).build());
        api.create(experiment("right", "shared").setLayerRange(range(0.6, 1)).build());
        api.start("left");
        var refused = assertRefused(Status.Code.FAILED_PRECONDITION, "LAYER_RANGE_TAKEN", () -> api.start("middle"));
        assertEquals("left", refused.getMetadataOrThrow("other_experiment_id"));
        api.start("right");
        api.stop("left");
        refused = assertRefused(Status.Code.FAILED_PRECONDITION, "LAYER_RANGE_TAKEN", () -> api.start("middle"));
        assertEquals("right", refused.getMetadataOrThrow("other_experiment_id"));
    }

    @Test
    @Proves("E2")
    void start_sameRangeAtOnce_letsOneWin() {
        IntStream.range(0, 6)
                .forEach(i -> api.create(experiment("race-" + i, "race").build()));
        long started = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> api.start("race-" + i))
                        .handle((ok, failure) -> failure == null))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();
        assertEquals(1, started);
    }

    @Test
    void unknown_isNotFound() {
        assertRefused(Status.Code.NOT_FOUND, "EXPERIMENT_NOT_FOUND", () -> get("nowhere"));
        assertRefused(Status.Code.NOT_FOUND, "EXPERIMENT_NOT_FOUND", () -> api.start("nowhere"));
        assertRefused(Status.Code.NOT_FOUND, "EXPERIMENT_NOT_FOUND", () -> api.stop("nowhere"));
    }

    @Test
    void list_pageByPage_hasEachOnceInOrder() {
        List<String> created = IntStream.range(0, 7).mapToObj(i -> "page-" + i).toList();
        created.forEach(id -> api.create(experiment(id, id).build()));
        api.stop("page-3");
        List<String> all = pages(Experiment.State.STATE_UNSPECIFIED);
        assertEquals(all.stream().sorted().distinct().toList(), all);
        assertTrue(all.containsAll(created));
        List<String> drafts = pages(Experiment.State.STATE_DRAFT);
        assertTrue(drafts.contains("page-4"));
        assertFalse(drafts.contains("page-3"));
    }

    @Test
    void list_tokenOfAnotherList_isRefused() {
        IntStream.range(0, 2)
                .forEach(i -> api.create(experiment("token-" + i, "token").build()));
        String token = api.experiments()
                .listExperiments(
                        ListExperimentsRequest.newBuilder().setPageSize(1).build())
                .getNextPageToken();
        assertEquals(
                "page_token",
                assertInvalid(() -> api.experiments()
                                .listExperiments(ListExperimentsRequest.newBuilder()
                                        .setPageToken(token)
                                        .setState(Experiment.State.STATE_DRAFT)
                                        .build()))
                        .getFirst()
                        .getField());
    }

    @Test
    void changes_areAudited_withTheCallsId() {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER), "audit-call");
        api.create(experiment("audited", "audited").build());
        api.experiments()
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .startExperiment(StartExperimentRequest.newBuilder()
                        .setExperimentId("audited")
                        .build());
        api.stop("audited");
        assertEquals(List.of("CREATE", "START", "STOP"), audit("audited"));
        assertEquals(
                "audit-call",
                query("select request_id from audit_entry where action = 'START' and experiment_id = $1", "audited")
                        .getFirst());
    }

    @Test
    void pause_andResume_keepUnitsInTheirArms() {
        api.create(experiment("pausing", "pausing").build());
        api.start("pausing");
        AssignRequest request = AssignRequest.newBuilder()
                .setCustomerId("anna")
                .addExperimentIds("pausing")
                .build();
        AssignResponse before = api.assignments().assign(request);
        PauseExperimentRequest pause =
                PauseExperimentRequest.newBuilder().setExperimentId("pausing").build();
        assertEquals(
                Experiment.State.STATE_PAUSED,
                api.experiments().pauseExperiment(pause).getExperiment().getState());
        assertEquals(
                NotAssigned.Reason.REASON_NOT_RUNNING,
                api.assignments().assign(request).getNotAssigned(0).getReason());
        assertRefused(
                Status.Code.FAILED_PRECONDITION,
                "TRANSITION_NOT_ALLOWED",
                () -> api.experiments().pauseExperiment(pause));
        api.experiments()
                .resumeExperiment(ResumeExperimentRequest.newBuilder()
                        .setExperimentId("pausing")
                        .build());
        assertEquals(before, api.assignments().assign(request));
    }

    @Test
    void update_changesWhatTheMaskNames_andRefusesWhatMovesUnits() {
        Experiment draft = api.create(experiment("edited", "edited").build());
        Experiment named =
                update(draft.toBuilder().setName("Other").setCoverage(0.1).build(), "name");
        assertEquals("Other", named.getName());
        assertEquals(1, named.getCoverage());
        assertRefused(Status.Code.ABORTED, "ETAG_MISMATCH", () -> update(draft, "name"));
        Experiment small = update(named.toBuilder().setCoverage(0.2).build(), "coverage");
        assertEquals(0.2, small.getCoverage());
        Experiment running = api.start("edited");
        Experiment grown = update(running.toBuilder().setCoverage(0.5).build(), "coverage");
        assertEquals(0.5, grown.getCoverage());
        var refused = assertRefused(
                Status.Code.FAILED_PRECONDITION,
                "CHANGE_NOT_ALLOWED",
                () -> update(grown.toBuilder().setCoverage(0.1).build(), "coverage"));
        assertEquals("coverage", refused.getMetadataOrThrow("fields"));
        assertEquals(grown, get("edited"));
    }

    @Test
    void update_ofWhatIsNoField_isRefused() {
        Experiment draft = api.create(experiment("masked", "masked").build());
        assertEquals(
                "update_mask",
                assertInvalid(() -> update(draft, "state")).getFirst().getField());
        assertEquals(
                "update_mask", assertInvalid(() -> update(draft)).getFirst().getField());
        assertEquals(
                "experiment.arms",
                assertInvalid(() -> update(
                                draft.toBuilder()
                                        .clearArms()
                                        .addArms(Api.arm("a", 0.3))
                                        .addArms(Api.arm("b", 0.3))
                                        .build(),
                                "arms"))
                        .getFirst()
                        .getField());
    }

    @Test
    void archive_putsOutOfSight() {
        api.create(experiment("old", "old").build());
        ArchiveExperimentRequest archive =
                ArchiveExperimentRequest.newBuilder().setExperimentId("old").build();
        assertRefused(
                Status.Code.FAILED_PRECONDITION,
                "TRANSITION_NOT_ALLOWED",
                () -> api.experiments().archiveExperiment(archive));
        api.stop("old");
        api.experiments().archiveExperiment(archive);
        assertFalse(pages(Experiment.State.STATE_UNSPECIFIED).contains("old"));
        assertTrue(pages(Experiment.State.STATE_ARCHIVED).contains("old"));
        assertEquals(Experiment.State.STATE_ARCHIVED, get("old").getState());
    }

    @Test
    void clone_setsTheSame_underAnotherId() {
        Experiment source =
                api.create(experiment("source", "copies").setCoverage(0.3).build());
        api.stop("source");
        CloneExperimentRequest request = CloneExperimentRequest.newBuilder()
                .setExperimentId("source")
                .setNewExperimentId("copy")
                .setRequestId(UUID.randomUUID().toString())
                .build();
        Experiment copy = api.experiments().cloneExperiment(request).getExperiment();
        assertEquals(Experiment.State.STATE_DRAFT, copy.getState());
        assertEquals(source.getArmsList(), copy.getArmsList());
        assertEquals(0.3, copy.getCoverage());
        assertEquals(copy, api.experiments().cloneExperiment(request).getExperiment());
        assertRefused(
                Status.Code.ALREADY_EXISTS,
                "EXPERIMENT_EXISTS",
                () -> api.experiments()
                        .cloneExperiment(request.toBuilder().clearRequestId().build()));
    }

    @Test
    void audit_tellsWhoDidWhat_newestFirst() {
        api.create(experiment("told", "told").build());
        api.start("told");
        api.stop("told");
        ListAuditEntriesRequest request = ListAuditEntriesRequest.newBuilder()
                .setExperimentId("told")
                .setPageSize(2)
                .build();
        ListAuditEntriesResponse first = api.experiments().listAuditEntries(request);
        assertEquals(
                List.of(AuditEntry.Action.ACTION_STOPPED, AuditEntry.Action.ACTION_STARTED),
                first.getEntriesList().stream().map(AuditEntry::getAction).toList());
        assertEquals(get("told"), first.getEntries(0).getExperiment());
        ListAuditEntriesResponse second = api.experiments()
                .listAuditEntries(request.toBuilder()
                        .setPageToken(first.getNextPageToken())
                        .build());
        assertEquals(AuditEntry.Action.ACTION_CREATED, second.getEntries(0).getAction());
        assertEquals("", second.getNextPageToken());
        assertRefused(
                Status.Code.NOT_FOUND,
                "EXPERIMENT_NOT_FOUND",
                () -> api.experiments()
                        .listAuditEntries(
                                request.toBuilder().setExperimentId("untold").build()));
        assertEquals(
                "page_token",
                assertInvalid(() -> api.experiments()
                                .listAuditEntries(
                                        request.toBuilder().setPageToken("x").build()))
                        .getFirst()
                        .getField());
    }

    private Experiment update(Experiment experiment, String... paths) {
        return api.experiments()
                .updateExperiment(UpdateExperimentRequest.newBuilder()
                        .setExperiment(experiment)
                        .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
                        .build())
                .getExperiment();
    }

    private Experiment get(String id) {
        return api.experiments()
                .getExperiment(
                        GetExperimentRequest.newBuilder().setExperimentId(id).build())
                .getExperiment();
    }

    private List<String> pages(Experiment.State state) {
        List<String> ids = new ArrayList<>();
        String token = "";
        do {
            ListExperimentsResponse page = api.experiments()
                    .listExperiments(ListExperimentsRequest.newBuilder()
                            .setPageSize(3)
                            .setPageToken(token)
                            .setState(state)
                            .build());
            page.getExperimentsList().forEach(experiment -> ids.add(experiment.getExperimentId()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return ids;
    }

    private List<String> audit(String experimentId) {
        return query("select action from audit_entry where experiment_id = $1 order by id", experimentId);
    }

    private List<String> query(String sql, String parameter) {
        return StreamSupport.stream(
                        database.preparedQuery(sql)
                                .execute(Tuple.of(parameter))
                                .await()
                                .atMost(Duration.ofSeconds(5))
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
    }
}
