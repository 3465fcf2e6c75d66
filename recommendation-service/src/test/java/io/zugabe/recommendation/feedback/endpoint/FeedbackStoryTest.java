package io.zugabe.recommendation.feedback.endpoint;

import static io.zugabe.recommendation.feedback.endpoint.FeedbackCalls.offer;
import static io.zugabe.recommendation.feedback.endpoint.FeedbackCalls.told;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.recommendation.fakes.FakeServices;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.v1.Feedback;
import io.zugabe.recommendation.v1.Feedback.Action;
import io.zugabe.recommendation.v1.FeedbackResult;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.RecordFeedbackResponse;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.OfferDismissed;
import io.zugabe.segmentation.v1.OfferEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of offers through the public API comes into the event log, once, and opens disputes. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(FakeServices.class)
@Proves("O9")
class FeedbackStoryTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    FakeServices services;

    @Inject
    CatalogReplica replica;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        await().atMost(LONGEST_WAIT).until(() -> replica.current().isPresent());
    }

    @AfterEach
    void disconnect() {
        services.segmentation().logAway(false);
        services.disputes().refuse(Status.OK);
        channel.shutdownNow();
    }

    @Test
    void feedback_comesIntoTheLogOnce_withWhatWasBehindTheOffer() {
        RecommendResponse decision = recommend("fb-story", false);
        Offer battery = offer(decision, "battery-a");
        List<Feedback> shown = decision.getOffersList().stream()
                .map(offer -> told(offer, Action.ACTION_SHOWN))
                .toList();

        assertTrue(record(shown).getResultsList().stream().allMatch(FeedbackStoryTest::isRecorded));
        record(shown);
        record(List.of(told(battery, Action.ACTION_CLICKED), told(battery, Action.ACTION_ADDED)));

        List<Event> events = events("fb-story");
        assertEquals(3, events.size());
        OfferEvent look = events.getFirst().getOfferShown();
        assertEquals(decision.getDecisionId(), look.getDecisionId());
        assertEquals("PRODUCT_PAGE", look.getPlacement());
        assertEquals(decision.getOffersCount(), look.getProductIdsCount());
        int at = look.getProductIdsList().indexOf("battery-a");
        assertEquals("camera-a", look.getOrigins(at).getAnchorProductId());
        assertEquals("curated", look.getOrigins(at).getSource());
        assertEquals("UNKNOWN", look.getOrigins(at).getSegment());
        assertTrue(look.getOrigins(at).getExpectedAcceptance() > 0);
        assertEquals("battery-a", events.get(1).getOfferClicked().getProductIds(0));
        assertEquals("battery-a", events.get(2).getOfferAdded().getProductIds(0));
    }

    @Test
    void wrongItems_areNamed_andDoNotDisturbTheirNeighbours() {
        Offer offer = recommend("fb-wrong", false).getOffers(0);
        Feedback good = told(offer, Action.ACTION_DISMISSED);
        List<FeedbackResult> results = record(List.of(
                        good.toBuilder().setTrackingToken("nonsense").build(),
                        good.toBuilder()
                                .setTrackingToken(offer.getTrackingToken().substring(1))
                                .build(),
                        good.toBuilder().clearAction().build(),
                        good.toBuilder().clearTrackingToken().build(),
                        good.toBuilder()
                                .setEventTime(Timestamps.fromSeconds(1_500_000_000))
                                .build(),
                        good.toBuilder()
                                .setDismissal(Feedback.Dismissal.DISMISSAL_PRICE)
                                .build()))
                .getResultsList();

        assertEquals("TRACKING_TOKEN_INVALID", reason(results.get(0)));
        assertEquals("TRACKING_TOKEN_INVALID", reason(results.get(1)));
        assertTrue(results.get(2).getStatus().getMessage().contains("action"));
        assertTrue(results.get(3).getStatus().getMessage().contains("tracking_token"));
        assertTrue(results.get(4).getStatus().getMessage().contains("event_time"));
        assertTrue(isRecorded(results.get(5)));
        assertEquals(
                OfferDismissed.Reason.REASON_PRICE,
                events("fb-wrong").getFirst().getOfferDismissed().getReason());
        assertEquals(
                Status.Code.INVALID_ARGUMENT,
                assertThrows(StatusRuntimeException.class, () -> record(List.of()))
                        .getStatus()
                        .getCode());
    }

    @Test
    void logAway_nothingIsAcknowledged() {
        Offer offer = recommend("fb-away", false).getOffers(0);
        services.segmentation().logAway(true);
        StatusRuntimeException failure =
                assertThrows(StatusRuntimeException.class, () -> record(List.of(told(offer, Action.ACTION_CLICKED))));
        assertEquals(Status.Code.UNAVAILABLE, failure.getStatus().getCode());

        services.segmentation().logAway(false);
        assertTrue(
                isRecorded(record(List.of(told(offer, Action.ACTION_CLICKED))).getResults(0)));
        assertEquals(1, events("fb-away").size());
    }

    @Test
    @Proves("O1")
    void doesNotFit_opensADisputeOnThePair_once() {
        RecommendResponse decision = recommend("fb-misfit", false);
        Feedback misfit = told(offer(decision, "battery-a"), Action.ACTION_DOES_NOT_FIT);
        services.disputes().refuse(Status.UNAVAILABLE);
        assertEquals("DISPUTE_UNAVAILABLE", reason(record(List.of(misfit)).getResults(0)));

        services.disputes().refuse(Status.OK);
        assertTrue(isRecorded(record(List.of(misfit)).getResults(0)));
        assertEquals(List.of("camera-a battery-a"), services.disputes().pairs(decision.getDecisionId()));
        List<Event> events = events("fb-misfit");
        assertEquals(1, events.size());
        assertEquals(
                OfferDismissed.Reason.REASON_DOES_NOT_FIT,
                events.getFirst().getOfferDismissed().getReason());
    }

    @Test
    void preview_leavesNothing() {
        Offer offer = recommend("fb-preview", true).getOffers(0);
        FeedbackResult result =
                record(List.of(told(offer, Action.ACTION_SHOWN))).getResults(0);
        assertEquals(FeedbackResult.Outcome.OUTCOME_PREVIEW, result.getOutcome());
        assertEquals(List.of(), events("fb-preview"));
    }

    private RecommendResponse recommend(String visitor, boolean preview) {
        RecommendResponse response = RecommendationServiceGrpc.newBlockingStub(channel)
                .recommend(RecommendRequest.newBuilder()
                        .setVisitorId(visitor)
                        .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                        .addAnchorProductIds("camera-a")
                        .setPreview(preview)
                        .build());
        assertFalse(response.getOffersList().isEmpty());
        return response;
    }

    private RecordFeedbackResponse record(List<Feedback> batch) {
        return FeedbackCalls.record(channel, batch);
    }

    private List<Event> events(String visitor) {
        return services.segmentation().published(event -> event.getVisitorId().equals(visitor));
    }

    private static boolean isRecorded(FeedbackResult result) {
        return result.getStatus().getCode() == 0 && result.getOutcome() == FeedbackResult.Outcome.OUTCOME_RECORDED;
    }

    private static String reason(FeedbackResult result) {
        return Stream.of(result.getStatus())
                .flatMap(status -> status.getDetailsList().stream())
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(detail -> {
                    try {
                        return detail.unpack(ErrorInfo.class).getReason();
                    } catch (InvalidProtocolBufferException e) {
                        throw new AssertionError(e);
                    }
                })
                .findFirst()
                .orElse("");
    }
}
