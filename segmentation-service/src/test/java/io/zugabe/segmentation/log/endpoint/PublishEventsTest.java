package io.zugabe.segmentation.log.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
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
