package io.zugabe.recommendation.insight.endpoint;

import static io.zugabe.recommendation.feedback.endpoint.FeedbackCalls.offer;
import static io.zugabe.recommendation.feedback.endpoint.FeedbackCalls.told;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.zugabe.recommendation.feedback.endpoint.FeedbackCalls;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.v1.ExplainDecisionRequest;
import io.zugabe.recommendation.v1.Feedback;
import io.zugabe.recommendation.v1.Feedback.Action;
import io.zugabe.recommendation.v1.InsightServiceGrpc;
import io.zugabe.recommendation.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import io.zugabe.recommendation.v1.ListOfferStatisticsRequest;
import io.zugabe.recommendation.v1.ListRetiredOffersRequest;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.OfferStatistics;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.ReinstateOfferRequest;
import io.zugabe.recommendation.v1.RetiredOffer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an offer through feedback, purchase and return to what the next decision makes of it, all through the public API. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(FakeServices.class)
@Proves("O9")
class InsightStoryTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    FakeServices services;

    @Inject
    CatalogReplica replica;

    private ManagedChannel channel;
    private InsightServiceBlockingStub insight;

    @BeforeEach
    void connect() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        insight = InsightServiceGrpc.newBlockingStub(channel);
        await().atMost(LONGEST_WAIT).until(() -> replica.current().isPresent());
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void purchases_areAttributed_returnsTakeThemBack_andTheNextDecisionKnows() {
        Optional<OfferStatistics> before = statistics("battery-a", "camera_body");
        for (int visitor = 0; visitor < 4; visitor++) {
            String name = "in-buyer-" + visitor;
            RecommendResponse decision = recommend(name);
            record(decision, Action.ACTION_SHOWN);
            record(List.of(told(offer(decision, "battery-a"), Action.ACTION_CLICKED)));
            if (visitor < 2) {
                services.segmentation()
                        .visitorPurchase(
                                "in-order-" + visitor, name, Instant.now().getEpochSecond() + 1, "battery-a");
            }
        }
        long base = before.map(OfferStatistics::getShown).orElse(0L);
        await().atMost(LONGEST_WAIT).ignoreExceptions().untilAsserted(() -> {
            OfferStatistics now = statistics("battery-a", "camera_body").orElseThrow();
            assertEquals(4, now.getShown() - base);
            assertEquals(
                    4,
                    now.getClicked() - before.map(OfferStatistics::getClicked).orElse(0L));
            assertEquals(
                    2, now.getBought() - before.map(OfferStatistics::getBought).orElse(0L));
            assertEquals(2, now.getKept() - before.map(OfferStatistics::getKept).orElse(0L));
            assertTrue(now.getAcceptance().getLow() < now.getAcceptance().getHigh());
        });
        await().atMost(LONGEST_WAIT).ignoreExceptions().untilAsserted(() -> {
            Map<String, Double> numbers = valueTerms(recommend("in-next"), "battery-a");
            assertTrue(numbers.get("views") >= 4, numbers.toString());
            assertTrue(numbers.get("taken") >= 2, numbers.toString());
            assertNotEquals(numbers.get("p_expected"), numbers.get("p_accept"), numbers.toString());
        });

        services.segmentation()
                .visitorRefund(
                        "in-refund", "in-order-0", "in-buyer-0", Instant.now().getEpochSecond() + 2, "battery-a");
        await().atMost(LONGEST_WAIT)
                .ignoreExceptions()
                .untilAsserted(() -> assertEquals(
                        1,
                        statistics("battery-a", "camera_body").orElseThrow().getReturned()
                                - before.map(OfferStatistics::getReturned).orElse(0L)));
    }

    @Test
    void neverCaredFor_isRetired_reported_andReinstated() {
        long before = shown("bag");
        long views = 0;
        for (int visitor = 0; visitor < 120; visitor++) {
            RecommendResponse decision = recommend("in-bored-" + visitor);
            List<Feedback> batch = new ArrayList<>();
            for (Offer offer : decision.getOffersList()) {
                batch.add(told(offer, Action.ACTION_SHOWN));
                if (offer.getProductId().equals("bag")) {
                    views++;
                } else {
                    batch.add(told(offer, Action.ACTION_CLICKED));
                }
            }
            record(batch);
        }
        await().atMost(LONGEST_WAIT)
                .until(() -> retired().stream()
                        .anyMatch(offer -> offer.getProductId().equals("bag")));
        RetiredOffer bag = retired().stream()
                .filter(offer -> offer.getProductId().equals("bag"))
                .findFirst()
                .orElseThrow();
        assertTrue(bag.getErrorBound() <= 0.01);
        await().atMost(LONGEST_WAIT)
                .until(() -> recommend("in-after").getOffersList().stream()
                        .noneMatch(offer -> offer.getProductId().equals("bag")));

        long all = before + views;
        // views that are counted after the reinstatement would retire it again
        await().atMost(LONGEST_WAIT).until(() -> shown("bag") >= all);
        ReinstateOfferRequest request = ReinstateOfferRequest.newBuilder()
                .setProductId("bag")
                .setPlacement(bag.getPlacement())
                .setAnchorType(bag.getAnchorType())
                .build();
        insight.reinstateOffer(request);
        await().atMost(LONGEST_WAIT)
                .until(() -> recommend("in-again").getOffersList().stream()
                        .anyMatch(offer -> offer.getProductId().equals("bag")));
        assertFalse(retired().stream().anyMatch(offer -> offer.getProductId().equals("bag")));
        assertEquals(
                Status.Code.NOT_FOUND,
                assertThrows(StatusRuntimeException.class, () -> insight.reinstateOffer(request))
                        .getStatus()
                        .getCode());
    }

    @Test
    void pages_areBounded_andWrongRequestsNamed() {
        assertEquals(
                Status.Code.INVALID_ARGUMENT,
                assertThrows(
                                StatusRuntimeException.class,
                                () -> insight.listOfferStatistics(ListOfferStatisticsRequest.newBuilder()
                                        .setPageSize(5_000)
                                        .setPageToken("nonsense")
                                        .build()))
                        .getStatus()
                        .getCode());
    }

    private List<RetiredOffer> retired() {
        return insight.listRetiredOffers(ListRetiredOffersRequest.getDefaultInstance())
                .getOffersList();
    }

    private long shown(String product) {
        return statistics(product, "camera_body").map(OfferStatistics::getShown).orElse(0L);
    }

    private Optional<OfferStatistics> statistics(String product, String anchorType) {
        return insight
                .listOfferStatistics(ListOfferStatisticsRequest.newBuilder()
                        .setProductId(product)
                        .setPlacement("PRODUCT_PAGE")
                        .build())
                .getStatisticsList()
                .stream()
                .filter(each -> each.getAnchorType().equals(anchorType))
                .findFirst();
    }

    private Map<String, Double> valueTerms(RecommendResponse decision, String product) {
        return RecommendationServiceGrpc.newBlockingStub(channel)
                .explainDecision(ExplainDecisionRequest.newBuilder()
                        .setDecisionId(decision.getDecisionId())
                        .build())
                .getTrace()
                .getStagesList()
                .stream()
                .filter(stage -> stage.getStage().equals("value"))
                .flatMap(stage -> stage.getCandidatesList().stream())
                .filter(candidate -> candidate.getProductId().equals(product))
                .findFirst()
                .orElseThrow()
                .getNumbersMap();
    }

    private RecommendResponse recommend(String visitor) {
        return RecommendationServiceGrpc.newBlockingStub(channel)
                .recommend(RecommendRequest.newBuilder()
                        .setVisitorId(visitor)
                        .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                        .addAnchorProductIds("camera-a")
                        .build());
    }

    private void record(RecommendResponse decision, Action action) {
        record(decision.getOffersList().stream()
                .map(offer -> told(offer, action))
                .toList());
    }

    private void record(List<Feedback> batch) {
        FeedbackCalls.record(channel, batch);
    }
}
