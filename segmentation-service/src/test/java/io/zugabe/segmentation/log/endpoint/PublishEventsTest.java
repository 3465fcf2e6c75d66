package io.zugabe.segmentation.log.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
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
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.GetLogStatusResponse;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import io.zugabe.segmentation.v1.RefusedEvent;
import io.zugabe.segmentation.v1.Review;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
@Proves("C1")
class PublishEventsTest {

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
    void batch_valid_isAppendedOnce() {
        Event view = Events.view(Events.unique("c"), "p-1");
        PublishEventsResponse first = client.publish(view);
        assertEquals(1, first.getAppended());
        assertEquals(0, first.getDuplicates());
        assertTrue(first.getPosition() > 0);

        PublishEventsResponse again = client.publish(view);
        assertEquals(0, again.getAppended());
        assertEquals(1, again.getDuplicates());
        assertTrue(again.getPosition() >= first.getPosition());
    }

    @Test
    void batch_withTheSameEventTwice_countsTheSecondAsDuplicate() {
        Event view = Events.view(Events.unique("c"), "p-1");
        PublishEventsResponse answer = client.publish(view, view);
        assertEquals(1, answer.getAppended());
        assertEquals(1, answer.getDuplicates());
    }

    @Test
    void eventId_reusedForSomethingElse_firstEventStands() {
        String customer = Events.unique("c");
        Event first = Events.view(customer, "p-1");
        client.publish(first);
        client.publish(Events.search(customer, "lamp").toBuilder()
                .setEventId(first.getEventId())
                .build());
        assertEquals(0, profileAfterLog(customer).getActivity().getSearches());
    }

    @Test
    void manyBatches_onOneStream_areAcknowledgedInOrderAndExactlyOnce() {
        String customer = Events.unique("c");
        List<List<Event>> batches = IntStream.range(0, 60)
                .mapToObj(batch -> IntStream.range(0, 50)
                        .mapToObj(i -> Events.view(customer, "p-" + i % 7))
                        .toList())
                .toList();
        List<PublishEventsResponse> answers = client.publish(batches);
        assertEquals(
                IntStream.rangeClosed(1, 60).mapToObj(Long::valueOf).toList(),
                answers.stream().map(PublishEventsResponse::getBatchNumber).toList());
        assertTrue(answers.stream().allMatch(answer -> answer.getAppended() == 50));
        List<Long> positions =
                answers.stream().map(PublishEventsResponse::getPosition).toList();
        assertEquals(positions.stream().sorted().toList(), positions);
        assertEquals(3_000, profileAfterLog(customer).getActivity().getViews());
    }

    @Test
    void batch_ofTooManyEvents_endsTheStreamAfterTheBatchesBefore() {
        String customer = Events.unique("c");
        List<Event> tooMany = new ArrayList<>(Collections.nCopies(1_001, Events.view(customer, "p-1")));
        CompletionException failure = assertThrows(
                CompletionException.class,
                () -> client.publish(List.of(List.of(Events.search(customer, "lamp")), tooMany)));
        StatusRuntimeException status = (StatusRuntimeException) failure.getCause();
        assertEquals(Status.Code.INVALID_ARGUMENT, status.getStatus().getCode());
        assertTrue(status.getStatus().getDescription().contains("events"), status.getMessage());
        assertEquals(1, profileAfterLog(customer).getActivity().getSearches());
    }

    @Test
    void badEvents_betweenGoodOnes_areRefusedOneByOne() throws InvalidProtocolBufferException {
        String customer = Events.unique("c");
        Event good = Events.search(customer, "lamp");
        Event negative = Events.purchase(customer, Events.item("p-1", -3, 10));
        Event dollars = Events.purchase(
                customer,
                Events.item("p-1", 1, 10).toBuilder()
                        .setPrice(Events.euros(10, 0).toBuilder().setCurrencyCode("USD"))
                        .build());
        Event empty = Event.getDefaultInstance();
        PublishEventsResponse answer = client.publish(negative, good, dollars, empty);
        assertEquals(1, answer.getAppended());
        assertEquals(
                List.of(0, 2, 3),
                answer.getRefusedList().stream().map(RefusedEvent::getIndex).toList());
        assertEquals(negative.getEventId(), answer.getRefused(0).getEventId());
        assertEquals(
                "purchase.items[0].quantity: \"-3\" must be 1 to 1,000,000, or 0 for 1",
                answer.getRefused(0).getStatus().getMessage());
        assertEquals("purchase.items[0].price.currency_code", firstField(answer.getRefused(1)));
        assertEquals("event_id", firstField(answer.getRefused(2)));
        assertEquals(1, profileAfterLog(customer).getActivity().getSearches());
    }

    @Test
    void batch_ofBadEventsOnly_isAcknowledgedAtPositionZero() {
        PublishEventsResponse answer = client.publish(Event.getDefaultInstance());
        assertEquals(0, answer.getPosition());
        assertEquals(1, answer.getRefusedCount());
    }

    @Test
    void batch_tooLarge_isRefusedEventByEventAndTheStreamGoesOn() {
        String customer = Events.unique("c");
        Event review = Events.of(customer)
                .setReview(Review.newBuilder().setProductId("p").setRating(5).setText("x".repeat(10_000)))
                .build();
        List<Event> large = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            large.add(review.toBuilder().setEventId(Events.unique("e")).build());
        }
        List<PublishEventsResponse> answers = client.publish(List.of(large, List.of(Events.search(customer, "lamp"))));
        assertEquals(500, answers.get(0).getRefusedCount());
        assertEquals(1, answers.get(1).getAppended());
    }

    @Test
    void event_ofTenMegabytes_isRefusedAloneAndTheStreamGoesOn() throws InvalidProtocolBufferException {
        String customer = Events.unique("c");
        Event huge = Events.of(customer)
                .setReview(Review.newBuilder().setProductId("p").setRating(5).setText("x".repeat(10_000_000)))
                .build();
        List<PublishEventsResponse> answers = client.publish(List.of(
                List.of(Events.search(customer, "tent"), huge, Events.search(customer, "mat")),
                List.of(Events.search(customer, "lamp"))));
        assertEquals(2, answers.get(0).getAppended());
        assertEquals(1, answers.get(0).getRefused(0).getIndex());
        assertEquals("what", firstField(answers.get(0).getRefused(0)));
        assertEquals(1, answers.get(1).getAppended());
    }

    private static String firstField(RefusedEvent refused) throws InvalidProtocolBufferException {
        for (Any detail : refused.getStatus().getDetailsList()) {
            if (detail.is(BadRequest.class)) {
                return detail.unpack(BadRequest.class).getFieldViolations(0).getField();
            }
        }
        return "none";
    }

    private Profile profileAfterLog(String customer) {
        long end = client.events()
                .getLogStatus(GetLogStatusRequest.getDefaultInstance())
                .getEndPosition();
        await().until(() -> {
            GetLogStatusResponse status = client.events().getLogStatus(GetLogStatusRequest.getDefaultInstance());
            return status.getProjectedPosition() >= end;
        });
        return client.profiles()
                .getProfile(
                        GetProfileRequest.newBuilder().setCustomerId(customer).build())
                .getProfile();
    }
}
