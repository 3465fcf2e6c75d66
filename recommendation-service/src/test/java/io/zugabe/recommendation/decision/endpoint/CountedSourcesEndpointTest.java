package io.zugabe.recommendation.decision.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.recommendation.fakes.FakeCatalog;
import io.zugabe.recommendation.fakes.FakeServices;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.OfferKind;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.Reason;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc.RecommendationServiceBlockingStub;
import io.zugabe.segmentation.v1.Assessment;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.Replenishment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted and learned from the log of orders, as a gateway sees it. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(FakeServices.class)
class CountedSourcesEndpointTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long BEGIN = 1_750_000_000;
    private static final long DAY = 86_400;

    FakeServices services;

    private ManagedChannel channel;
    private RecommendationServiceBlockingStub stub;

    @BeforeEach
    void connect() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        stub = RecommendationServiceGrpc.newBlockingStub(channel);
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(() -> !ask(Placement.PLACEMENT_PRODUCT_PAGE, "camera-a")
                        .getOffersList()
                        .isEmpty());
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    @Proves({"O3", "O4", "O6", "T2"})
    void orders_bringSets_laterPurchases_momentsAndCompanionsOfNewProducts() {
        put(FakeCatalog.product("cs-drill", 0, "100", 5, "cs_drill"));
        put(FakeCatalog.product("cs-drill-new", 0, "100", 5, "cs_drill"));
        put(FakeCatalog.product("cs-bits", 0, "30", 5, "cs_bits"));
        put(FakeCatalog.product("cs-case", 0, "40", 5, "cs_case"));
        put(FakeCatalog.product("cs-oil", 0, "50", 5, "cs_oil"));
        put(FakeCatalog.product("cs-mug", 0, "10", 5, "cs_mug"));
        for (int customer = 0; customer < 30; customer++) {
            String[] order = customer < 18
                    ? new String[] {"cs-drill", "cs-bits", "cs-case"}
                    : customer < 24 ? new String[] {"cs-drill", "cs-bits"} : new String[] {"cs-drill"};
            services.segmentation().purchase("cs-" + customer, "cs-" + customer, BEGIN, order);
            services.segmentation()
                    .purchase("cs-oil-" + customer, "cs-" + customer, BEGIN + (10 + customer % 5) * DAY, "cs-oil");
        }
        for (int customer = 0; customer < 200; customer++) {
            services.segmentation().purchase("cs-mug-" + customer, "cs-m-" + customer, BEGIN, "cs-mug");
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            Reason set = reason(cart("cs-drill", "cs-bits"), "cs-case", Reason.Code.CODE_BOUGHT_TOGETHER);
            assertEquals("18 of 24 orders with The cs-drill and The cs-bits also had this.", set.getText());
            assertEquals(0.75, set.getEvidence().getNumbersMap().get("confidence"));
        });
        await().atMost(PATIENCE).untilAsserted(() -> {
            RecommendResponse after = ask(Placement.PLACEMENT_THANK_YOU, "cs-drill");
            Reason later = reason(after, "cs-oil", Reason.Code.CODE_ALSO_BOUGHT);
            assertEquals("30 of 30 customers who bought The cs-drill bought this later.", later.getText());
            Offer oil = offer(after, "cs-oil").orElseThrow();
            assertTrue(oil.getTiming().getAfterPurchase().getSeconds() >= 9 * DAY, oil::toString);
            assertEquals(30.0, oil.getTiming().getEvidence().getNumbersMap().get("pairs"));
            assertFalse(offer(ask(Placement.PLACEMENT_PRODUCT_PAGE, "cs-drill"), "cs-oil")
                    .isPresent());
        });
        await().atMost(PATIENCE).untilAsserted(() -> {
            RecommendResponse response = ask(Placement.PLACEMENT_PRODUCT_PAGE, "cs-drill-new");
            Reason similar = reason(response, "cs-bits", Reason.Code.CODE_SIMILAR_PRODUCT);
            assertEquals(
                    "24 of 30 orders with The cs-drill, which is similar to The cs-drill-new, also had this.",
                    similar.getText());
            assertTrue(response.getModelVersion().contains("habits/"), response.getModelVersion());
            assertFalse(response.getModelVersion().contains("likeness/none"), response.getModelVersion());
        });
    }

    @Test
    @Proves("C8")
    void replenishment_isOfferedWhenDue_withItsDate() {
        CatalogProduct shampoo = FakeCatalog.product("cs-shampoo", 0, "8", 5, "cs_shampoo");
        put(shampoo.toBuilder().setConsumable(true).build());
        Instant due = Instant.now().plus(Duration.ofDays(1));
        services.segmentation().put("cs-due", profile(due));
        services.segmentation().put("cs-not-due", profile(due.plus(Duration.ofDays(60))));

        await().atMost(PATIENCE).ignoreException(NoSuchElementException.class).untilAsserted(() -> {
            Offer offer = offer(home("cs-due"), "cs-shampoo").orElseThrow();
            assertEquals(OfferKind.OFFER_KIND_REPLENISHMENT, offer.getKind());
            assertEquals(Reason.Code.CODE_REPLENISHMENT_DUE, offer.getReasons(0).getCode());
        });
        assertTrue(offer(home("cs-not-due"), "cs-shampoo").isEmpty());
    }

    private static Profile profile(Instant due) {
        return Profile.newBuilder()
                .setVersion(1)
                .setAssessment(Assessment.newBuilder()
                        .addReplenishments(Replenishment.newBuilder()
                                .setProductId("cs-shampoo")
                                .setDueTime(seconds(due))
                                .setDueFromTime(seconds(due.minus(Duration.ofDays(4))))
                                .setDueUntilTime(seconds(due.plus(Duration.ofDays(4))))
                                .setQuietUntilTime(seconds(due.minus(Duration.ofDays(6))))
                                .setConfidence(0.9)))
                .build();
    }

    private static Timestamp seconds(Instant time) {
        return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
    }

    private void put(CatalogProduct product) {
        services.catalog().push(WatchCatalogResponse.newBuilder().setProduct(product));
    }

    private RecommendResponse home(String customer) {
        return stub.recommend(RecommendRequest.newBuilder()
                .setCustomerId(customer)
                .setPlacement(Placement.PLACEMENT_HOME)
                .build());
    }

    private RecommendResponse cart(String... products) {
        RecommendRequest.Builder request =
                RecommendRequest.newBuilder().setVisitorId("cs-visitor").setPlacement(Placement.PLACEMENT_CART);
        List.of(products)
                .forEach(product -> request.addCart(CartLine.newBuilder().setProductId(product)));
        return stub.recommend(request.build());
    }

    private RecommendResponse ask(Placement placement, String anchor) {
        return stub.recommend(RecommendRequest.newBuilder()
                .setVisitorId("cs-visitor")
                .setPlacement(placement)
                .addAnchorProductIds(anchor)
                .build());
    }

    private static Optional<Offer> offer(RecommendResponse response, String product) {
        return response.getOffersList().stream()
                .filter(offer -> offer.getProductId().equals(product))
                .findFirst();
    }

    private static Reason reason(RecommendResponse response, String product, Reason.Code code) {
        return offer(response, product).stream()
                .flatMap(offer -> offer.getReasonsList().stream())
                .filter(reason -> reason.getCode() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError(product + " is not offered for " + code + ": " + response));
    }
}
