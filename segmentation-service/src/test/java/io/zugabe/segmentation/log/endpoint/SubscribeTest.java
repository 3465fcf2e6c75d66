package io.zugabe.segmentation.log.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.ServiceClient;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
class SubscribeTest {

    private ServiceClient client;
    private Context.CancellableContext subscription;

    @BeforeEach
    void connect() {
        client = new ServiceClient();
        subscription = Context.current().withCancellation();
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        subscription.cancel(null);
        client.close();
    }

    @Test
    void subscriber_resumingWithFilter_getsEveryMatchingEventOnceInOrder() {
        String customer = Events.unique("c");
        long start = end();
        List<Event> searches = new ArrayList<>();
        for (int batch = 0; batch < 5; batch++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                boolean search = i % 3 == 0;
                Event event = search ? Events.search(customer, "lamp") : Events.view(customer, "p-" + i);
                events.add(event);
                if (search) {
                    searches.add(event);
                }
            }
            client.publish(List.of(events));
        }
        SubscribeResponse firstPart = firstWithEvents(subscribe(start, "search"));
        assertTrue(firstPart.getEventsCount() <= 1_000);
        List<Event> received = new ArrayList<>(events(firstPart));

        Iterator<SubscribeResponse> rest = subscribe(firstPart.getPosition(), "search");
        while (received.size() < searches.size()) {
            SubscribeResponse response = rest.next();
            assertTrue(response.getEndPosition() >= response.getPosition());
            received.addAll(events(response));
        }
        assertEquals(searches, received);
    }

    @Test
    void subscriber_caughtUp_getsNewEventsAsTheyAreCommitted() {
        List<LoggedEvent> received = new CopyOnWriteArrayList<>();
        Iterator<SubscribeResponse> stream = subscribe(end());
        Thread.ofVirtual().start(() -> {
            try {
                stream.forEachRemaining(response -> received.addAll(response.getEventsList()));
            } catch (StatusRuntimeException cancelled) {
                assertEquals(Status.Code.CANCELLED, cancelled.getStatus().getCode());
            }
        });
        Event event = Events.view(Events.unique("c"), "p-1");
        long position = client.publish(event).getPosition();
        await().until(() ->
                received.stream().anyMatch(logged -> logged.getEvent().equals(event)));
        assertEquals(position, received.getLast().getPosition());
        assertTrue(received.getLast().hasAppendTime());
    }

    @Test
    void subscriber_ofAKindThatNeverCame_isToldHowFarItIs() {
        long start = end();
        client.publish(IntStream.range(0, 10)
                .mapToObj(i -> List.of(Events.view(Events.unique("c"), "p")))
                .toList());
        long end = end();
        Iterator<SubscribeResponse> stream = subscribe(start, "membership_changed");
        SubscribeResponse response = stream.next();
        while (response.getPosition() < end) {
            response = stream.next();
        }
        assertEquals(0, response.getEventsCount());
        assertTrue(response.getEndPosition() >= end);
    }

    @Test
    void subscriber_thatDoesNotRead_holdsUpNobodyAndIsSeenToLag() {
        long start = end();
        subscribe(SubscribeRequest.newBuilder()
                .setPosition(start)
                .setSubscriberName("sleeper")
                .build());
        String customer = Events.unique("c");
        Event review = Events.of(customer)
                .setReview(io.zugabe.segmentation.v1.Review.newBuilder()
                        .setProductId("p")
                        .setRating(5)
                        .setText("x".repeat(9_000)))
                .build();
        for (int batch = 0; batch < 10; batch++) {
            client.publish(List.of(IntStream.range(0, 400)
                    .mapToObj(i ->
                            review.toBuilder().setEventId(Events.unique("e")).build())
                    .toList()));
        }
        int kept = RestAssured.get("/q/metrics")
                .body()
                .asString()
                .lines()
                .filter(line -> line.startsWith("zugabe_log_subscriber_lag_events{subscriber=\"sleeper\""))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        assertTrue(kept > 1_000, "36 MB were published, of which the connection holds a few: " + kept + " behind");
    }

    @Test
    void request_ofAnUnknownKind_isRefusedNamingIt() {
        StatusRuntimeException refused = assertThrows(
                StatusRuntimeException.class,
                () -> subscribe(0, "search", "purchse").next());
        assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode());
        assertTrue(refused.getStatus().getDescription().startsWith("kinds[1]: \"purchse\""), refused.getMessage());
    }

    @Test
    void request_beforeTheLog_isRefused() {
        StatusRuntimeException refused =
                assertThrows(StatusRuntimeException.class, () -> subscribe(-1).next());
        assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode());
    }

    @Test
    void request_beyondTheEnd_saysThatItIsAnotherLog() {
        StatusRuntimeException refused = assertThrows(
                StatusRuntimeException.class, () -> subscribe(end() + 1_000_000).next());
        assertEquals(Status.Code.FAILED_PRECONDITION, refused.getStatus().getCode());
    }

    @Test
    void subscriber_ofThisLog_isToldWhichItIsAndResumes() {
        client.publish(Events.view(Events.unique("c"), "p"));
        long end = end();
        SubscribeResponse first = subscribe(end - 1).next();
        UUID.fromString(first.getLogId());
        assertEquals(
                client.events()
                        .getLogStatus(GetLogStatusRequest.getDefaultInstance())
                        .getLogId(),
                first.getLogId());
        SubscribeResponse resumed = subscribe(SubscribeRequest.newBuilder()
                        .setPosition(end)
                        .setLogId(first.getLogId())
                        .build())
                .next();
        assertEquals(first.getLogId(), resumed.getLogId());
    }

    @Test
    void subscriber_ofAReplacedLog_isToldToStartAgain() throws InvalidProtocolBufferException {
        SubscribeRequest request = SubscribeRequest.newBuilder()
                .setPosition(end() + 1_000_000)
                .setLogId(UUID.randomUUID().toString())
                .build();
        StatusRuntimeException refused = assertThrows(
                StatusRuntimeException.class, () -> subscribe(request).next());
        assertEquals(Status.Code.FAILED_PRECONDITION, refused.getStatus().getCode());
        com.google.rpc.Status status = Objects.requireNonNull(StatusProto.fromThrowable(refused));
        assertEquals(
                "LOG_REPLACED", status.getDetails(0).unpack(ErrorInfo.class).getReason());
        assertTrue(status.getMessage().contains("position 0"), status.getMessage());
    }

    private Iterator<SubscribeResponse> subscribe(long position, String... kinds) {
        return subscribe(SubscribeRequest.newBuilder()
                .setPosition(position)
                .addAllKinds(List.of(kinds))
                .build());
    }

    private Iterator<SubscribeResponse> subscribe(SubscribeRequest request) {
        Context before = subscription.attach();
        try {
            return client.events().subscribe(request);
        } finally {
            subscription.detach(before);
        }
    }

    private static SubscribeResponse firstWithEvents(Iterator<SubscribeResponse> stream) {
        SubscribeResponse response = stream.next();
        while (response.getEventsCount() == 0) {
            response = stream.next();
        }
        return response;
    }

    private static List<Event> events(SubscribeResponse response) {
        return response.getEventsList().stream().map(LoggedEvent::getEvent).toList();
    }

    private long end() {
        return client.events()
                .getLogStatus(GetLogStatusRequest.getDefaultInstance())
                .getEndPosition();
    }
}
