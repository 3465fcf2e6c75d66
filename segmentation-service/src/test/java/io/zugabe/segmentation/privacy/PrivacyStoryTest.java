package io.zugabe.segmentation.privacy;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.agroal.api.AgroalDataSource;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.kit.cache.VersionedCache;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.SubjectDigest;
import io.zugabe.segmentation.v1.EraseCustomerRequest;
import io.zugabe.segmentation.v1.Erasure;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.ExportCustomerRequest;
import io.zugabe.segmentation.v1.ExportCustomerResponse;
import io.zugabe.segmentation.v1.FeatureDeclaration;
import io.zugabe.segmentation.v1.FeatureValue;
import io.zugabe.segmentation.v1.GetErasureRequest;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.GetLogStatusResponse;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.GetRebuildRequest;
import io.zugabe.segmentation.v1.IdentityLinked;
import io.zugabe.segmentation.v1.ListErasuresRequest;
import io.zugabe.segmentation.v1.ListProfileReadsRequest;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.ProfileRead;
import io.zugabe.segmentation.v1.RebuildProfilesRequest;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.TrainingRow;
import io.zugabe.segmentation.v1.UploadTrainingDataRequest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
@Proves("C10")
class PrivacyStoryTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Metadata.Key<String> ACTOR =
            Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER);

    @Inject
    VersionedCache cache;

    @Inject
    AgroalDataSource database;

    private ServiceClient client;

    @BeforeEach
    void connect() {
        client = new ServiceClient();
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        client.close();
    }

    @Test
    void erasure_ofACustomer_leavesNoTraceInAnyStore() throws SQLException {
        String customer = Events.unique("erased");
        client.publish(
                Events.purchase(customer, Events.item("lamp", 1, 10)),
                Events.caseOpened(customer, Events.unique("case"), Events.NOON));
        await().atMost(Duration.ofSeconds(20)).until(() -> known(customer));
        long before = end();
        assertFalse(tracesOf(customer).isEmpty(), "the search must be able to find something");

        Erasure erasure = erase(customer, "");
        assertEquals(2, erasure.getEvents());
        assertEquals(1, erasure.getSubjects());
        assertNotFound(customer);
        assertTrue(inRedis(customer).isEmpty());

        await().atMost(Duration.ofSeconds(30)).until(() -> state(erasure) == Erasure.State.STATE_ERASED);
        assertEquals(List.of(), tracesOf(customer));
        assertTrue(digestsAfter(before).contains(digest(Subject.customer(customer))));
    }

    @Test
    void erasure_askedForTwice_isOne_andEventsAfterItBeginAnew() {
        String customer = Events.unique("c");
        client.publish(Events.view(customer, "lamp"), Events.view(customer, "chair"));
        await().atMost(Duration.ofSeconds(20)).until(() -> views(customer) == 2);

        String request = UUID.randomUUID().toString();
        Erasure first = erase(customer, request);
        client.publish(Events.view(customer, "desk"));
        Erasure second = erase(customer, request);

        assertEquals(first.getErasureId(), second.getErasureId());
        assertEquals(first.getEvents(), second.getEvents());
        await().atMost(Duration.ofSeconds(20)).until(() -> known(customer));
        assertEquals(1, views(customer));
        assertTrue(client.privacy().listErasures(ListErasuresRequest.getDefaultInstance()).getErasuresList().stream()
                .anyMatch(each -> each.getErasureId().equals(first.getErasureId())));
    }

    @Test
    void erasedVisitor_namedByAStatementOfTheTimeBefore_isNobodys_andNeitherWhenProfilesAreRebuilt() {
        String customer = Events.unique("c");
        String visitor = Events.unique("v");
        String other = Events.unique("c");
        client.publish(
                Events.view("", "lamp").toBuilder().setVisitorId(visitor).build(),
                linked(visitor, customer, Events.NOON));
        await().atMost(LONGEST).until(() -> owner(visitor).equals(customer));
        Erasure erasure = erase(customer, "");
        assertEquals(2, erasure.getSubjects());

        client.publish(Events.view(other, "lamp"), linked(visitor, other, Events.NOON.plusSeconds(60)));
        await().atMost(LONGEST).until(() -> known(other) && projected());
        assertEquals("", owner(visitor));
        assertEquals(List.of(), get(other).getMemberIdsList());
        rebuild();
        assertEquals("", owner(visitor));
        assertEquals(List.of(), get(other).getMemberIdsList());

        client.publish(linked(visitor, other, Instant.now()));
        await().atMost(LONGEST).until(() -> owner(visitor).equals(other));
        assertEquals(1, views(other), "nothing of what was erased");
        await().atMost(LONGEST).until(() -> state(erasure) == Erasure.State.STATE_ERASED);
        assertEquals(other, owner(visitor), "erasing does not forbid");
        rebuild();
        assertEquals(other, owner(visitor));
    }

    private static Event linked(String visitor, String customer, Instant time) {
        return Events.of(customer)
                .setEventTime(Events.timestamp(time))
                .setVisitorId(visitor)
                .setIdentityLinked(IdentityLinked.newBuilder().setMethod("login"))
                .build();
    }

    /** Who answers for a visitor; empty if nothing is known. */
    private String owner(String visitor) {
        try {
            return client.profiles()
                    .getProfile(
                            GetProfileRequest.newBuilder().setVisitorId(visitor).build())
                    .getProfile()
                    .getSubjectId();
        } catch (StatusRuntimeException unknown) {
            return "";
        }
    }

    private boolean projected() {
        GetLogStatusResponse status = client.events().getLogStatus(GetLogStatusRequest.getDefaultInstance());
        return status.getProjectedPosition() >= status.getEndPosition();
    }

    private void rebuild() {
        client.events().rebuildProfiles(RebuildProfilesRequest.getDefaultInstance());
        await().atMost(LONGEST)
                .until(() -> !client.events()
                        .getRebuild(GetRebuildRequest.getDefaultInstance())
                        .getRebuild()
                        .getRunning());
    }

    @Test
    void copy_ofWhatIsStored_hasProfileEventsAndReads_andReadsNameWhoRead() {
        String customer = Events.unique("c");
        Event purchase = Events.purchase(customer, Events.item("lamp", 1, 10));
        client.publish(purchase, Events.search(customer, "lamps"));
        await().atMost(Duration.ofSeconds(20)).until(() -> known(customer));
        String dataset = Events.unique("data_").replace('-', '_');
        TrainingRow row = TrainingRow.newBuilder()
                .setUnitId(customer)
                .setArm("control")
                .setPropensity(0.5)
                .setBinaryOutcome(true)
                .setMatured(true)
                .putFeatures("orders", FeatureValue.newBuilder().setNumber(2).build())
                .build();
        client.upload(List.of(UploadTrainingDataRequest.newBuilder()
                .setHeader(UploadTrainingDataRequest.Header.newBuilder()
                        .setDataset(dataset)
                        .addFeatures(FeatureDeclaration.newBuilder()
                                .setName("orders")
                                .setType(FeatureDeclaration.Type.TYPE_NUMBER)))
                .addRows(row)
                .build()));
        String visitor = Events.unique("v");
        client.publish(linked(visitor, customer, Events.NOON));
        await().atMost(LONGEST).until(() -> owner(visitor).equals(customer));
        readAs("anna", customer);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> reads(customer).stream()
                        .anyMatch(read -> read.getActor().equals("anna")));

        List<ExportCustomerResponse> parts = new ArrayList<>();
        client.privacy()
                .exportCustomer(ExportCustomerRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .forEachRemaining(parts::add);
        assertTrue(parts.getFirst().hasProfile());
        List<Event> events = parts.stream()
                .filter(ExportCustomerResponse::hasEvent)
                .map(part -> part.getEvent().getEvent())
                .toList();
        assertEquals(3, events.size());
        assertEquals(
                List.of(row),
                parts.stream()
                        .filter(ExportCustomerResponse::hasTrainingRow)
                        .map(part -> part.getTrainingRow().getRow())
                        .toList());
        assertEquals(purchase, events.getFirst());
        assertTrue(parts.stream()
                .anyMatch(part -> part.hasRead()
                        && part.getRead().getActor().equals("anna")
                        && part.getRead().getCall().equals("ProfileService/GetProfile")));
        await().atMost(LONGEST)
                .until(() -> !readsBy(customer, "PrivacyService/ExportCustomer").isEmpty());
        assertEquals(1, readsBy(customer, "PrivacyService/ExportCustomer").size(), "one call, whatever ids it names");
    }

    private List<ProfileRead> readsBy(String customer, String call) {
        return reads(customer).stream()
                .filter(read -> read.getCall().equals(call))
                .toList();
    }

    @Test
    void request_withoutASubjectOrWithABadId_isRefusedByField() {
        StatusRuntimeException nobody = assertThrows(
                StatusRuntimeException.class,
                () -> client.privacy().eraseCustomer(EraseCustomerRequest.getDefaultInstance()));
        assertEquals(Status.Code.INVALID_ARGUMENT, nobody.getStatus().getCode());
        assertTrue(String.valueOf(nobody.getMessage()).contains("customer_id or visitor_id"));
        StatusRuntimeException none = assertThrows(
                StatusRuntimeException.class,
                () -> client.privacy()
                        .getErasure(
                                GetErasureRequest.newBuilder().setErasureId("1").build()));
        assertTrue(String.valueOf(none.getMessage()).contains("must be a UUID"));
        StatusRuntimeException unknown = assertThrows(
                StatusRuntimeException.class,
                () -> client.privacy()
                        .getErasure(GetErasureRequest.newBuilder()
                                .setErasureId(UUID.randomUUID().toString())
                                .build()));
        assertEquals(Status.Code.NOT_FOUND, unknown.getStatus().getCode());
    }

    private Erasure erase(String customer, String request) {
        return client.privacy()
                .eraseCustomer(EraseCustomerRequest.newBuilder()
                        .setCustomerId(customer)
                        .setRequestId(request)
                        .build())
                .getErasure();
    }

    private Erasure.State state(Erasure erasure) {
        return client.privacy()
                .getErasure(GetErasureRequest.newBuilder()
                        .setErasureId(erasure.getErasureId())
                        .build())
                .getErasure()
                .getState();
    }

    private long views(String customer) {
        try {
            return get(customer).getActivity().getViews();
        } catch (StatusRuntimeException unknown) {
            return 0;
        }
    }

    private boolean known(String customer) {
        try {
            return get(customer).getSubjectId().equals(customer);
        } catch (StatusRuntimeException unknown) {
            return false;
        }
    }

    private Profile get(String customer) {
        return client.profiles()
                .getProfile(
                        GetProfileRequest.newBuilder().setCustomerId(customer).build())
                .getProfile();
    }

    private void readAs(String actor, String customer) {
        Metadata headers = new Metadata();
        headers.put(ACTOR, actor);
        client.profiles()
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .getProfile(
                        GetProfileRequest.newBuilder().setCustomerId(customer).build());
    }

    private List<ProfileRead> reads(String customer) {
        return client.privacy()
                .listProfileReads(ListProfileReadsRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getReadsList();
    }

    private void assertNotFound(String customer) {
        StatusRuntimeException unknown = assertThrows(StatusRuntimeException.class, () -> get(customer));
        assertEquals(Status.Code.NOT_FOUND, unknown.getStatus().getCode());
    }

    private java.util.Optional<byte[]> inRedis(String key) {
        return cache.get("profile:{" + key + "}").await().atMost(Duration.ofSeconds(2));
    }

    private long end() {
        return client.events()
                .getLogStatus(GetLogStatusRequest.getDefaultInstance())
                .getEndPosition();
    }

    private ByteString digest(Subject subject) {
        UUID log = UUID.fromString(client.events()
                .getLogStatus(GetLogStatusRequest.getDefaultInstance())
                .getLogId());
        return ByteString.copyFrom(SubjectDigest.of(log, subject));
    }

    private List<ByteString> digestsAfter(long position) {
        Iterator<io.zugabe.segmentation.v1.SubscribeResponse> answers = client.events()
                .subscribe(SubscribeRequest.newBuilder()
                        .setPosition(position)
                        .addKinds("subjects_erased")
                        .build());
        List<ByteString> digests = new ArrayList<>();
        while (digests.isEmpty()) {
            answers.next().getEventsList().stream()
                    .map(LoggedEvent::getEvent)
                    .forEach(event -> digests.addAll(event.getSubjectsErased().getSubjectDigestsList()));
        }
        return digests;
    }

    /** The tables of the database in which an id stands, as text or in bytes. */
    private List<String> tracesOf(String id) throws SQLException {
        String hex = HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                String search = "select count(*) from \"" + table + "\" as searched where searched::text like '%" + id
                        + "%' or searched::text like '%" + hex + "%'";
                try (ResultSet count = statement.executeQuery(search)) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }
}
