package io.zugabe.recommendation.placements.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.type.Money;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.catalog.v1.Bundle;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.recommendation.fakes.FakeCatalog;
import io.zugabe.recommendation.fakes.FakeServices;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.Deal;
import io.zugabe.recommendation.v1.ExplainDecisionRequest;
import io.zugabe.recommendation.v1.Filter;
import io.zugabe.recommendation.v1.GetPlacementRequest;
import io.zugabe.recommendation.v1.ListPlacementChangesRequest;
import io.zugabe.recommendation.v1.ListPlacementChangesResponse;
import io.zugabe.recommendation.v1.ListPlacementsRequest;
import io.zugabe.recommendation.v1.ListPlacementsResponse;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.OfferKind;
import io.zugabe.recommendation.v1.Pin;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.PlacementRules;
import io.zugabe.recommendation.v1.PlacementServiceGrpc;
import io.zugabe.recommendation.v1.PlacementServiceGrpc.PlacementServiceBlockingStub;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc.RecommendationServiceBlockingStub;
import io.zugabe.recommendation.v1.Silence;
import io.zugabe.recommendation.v1.UpdatePlacementRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kinds of offers, filters and placements' rules through the public API, on a real PostgreSQL. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(FakeServices.class)
class PlacementEndpointTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    FakeServices services;

    @Inject
    Pool database;

    private ManagedChannel channel;
    private PlacementServiceBlockingStub placements;
    private RecommendationServiceBlockingStub recommendations;

    @BeforeEach
    void connect() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        placements = PlacementServiceGrpc.newBlockingStub(channel);
        recommendations = RecommendationServiceGrpc.newBlockingStub(channel);
        push("camera-pro", "2499", "camera_body", "camera");
        push("sachet", "0.50", "product_sample");
        relation("pro", Relation.Kind.KIND_UPGRADE, "camera-a", "camera-pro");
        relation("sachet", Relation.Kind.KIND_SAMPLE, "camera-a", "sachet");
        services.catalog()
                .push(WatchCatalogResponse.newBuilder()
                        .setRelation(Relation.newBuilder()
                                .setRelationId("set")
                                .setKind(Relation.Kind.KIND_BUNDLE)
                                .setAnchor(ProductSelector.newBuilder().setProductId("camera-a"))
                                .setComplement(ProductSelector.newBuilder().setProductId("battery-a"))
                                .setBundle(Bundle.newBuilder()
                                        .addFurtherProductIds("bag")
                                        .setPackagePrice(euros(2_110)))));
        await().atMost(LONGEST_WAIT)
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(() -> recommend(page()).getOffersList().stream()
                        .anyMatch(offer -> offer.getKind() == OfferKind.OFFER_KIND_BUNDLE));
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        for (String relation : List.of("pro", "sachet", "set")) {
            services.catalog().push(WatchCatalogResponse.newBuilder().setDeletedRelationId(relation));
        }
        for (String product : List.of("camera-pro", "sachet")) {
            services.catalog().push(WatchCatalogResponse.newBuilder().setDeletedProductId(product));
        }
        database.query("delete from placement_change").execute().await().atMost(LONGEST_WAIT);
        await().atMost(LONGEST_WAIT).until(() -> recommend(page()).getOffersCount() > 1);
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    @Proves({"O7", "O8", "O11"})
    void productPage_offersUpgradeAndBundle_withWhatTheyDiffer() {
        RecommendResponse response = recommend(page());
        Offer upgrade = offer(response, OfferKind.OFFER_KIND_UPGRADE);
        assertEquals("camera-pro", upgrade.getProductId());
        assertEquals(List.of("camera-a"), upgrade.getForProductIdsList());
        assertEquals("price", upgrade.getDifferences(0).getAttribute());
        assertEquals("1999.00", upgrade.getDifferences(0).getFrom());
        assertTrue(upgrade.getReasons(0).getText().contains("500.00 € more than"), upgrade::toString);

        Offer bundle = offer(response, OfferKind.OFFER_KIND_BUNDLE);
        assertEquals(2_110, bundle.getPrice().getUnits());
        assertEquals(18, bundle.getBundle().getSaving().getUnits());
        assertEquals(3, bundle.getBundle().getPartsCount());
        assertEquals("The camera-a + The battery-a + The bag", bundle.getName());

        var kinds = recommendations
                .explainDecision(ExplainDecisionRequest.newBuilder()
                        .setDecisionId(response.getDecisionId())
                        .build())
                .getTrace()
                .getStagesList()
                .stream()
                .filter(stage -> stage.getStage().equals("kinds"))
                .findFirst()
                .orElseThrow();
        assertTrue(kinds.getCandidatesList().stream()
                .anyMatch(each -> each.getCode().equals("curated_upgrade")));
    }

    @Test
    @Proves("O8")
    void cart_getsASample_free() {
        RecommendResponse response = recommend(RecommendRequest.newBuilder()
                .setVisitorId("visitor-k")
                .setPlacement(Placement.PLACEMENT_CART)
                .addCart(CartLine.newBuilder().setProductId("camera-a")));
        Offer sample = response.getOffersList().getLast();
        assertEquals(OfferKind.OFFER_KIND_SAMPLE, sample.getKind());
        assertEquals(0, sample.getPrice().getUnits() + sample.getPrice().getNanos());
    }

    @Test
    @Proves("O10")
    void filter_pinsAndIncludes_andIsRefusedFieldByField() {
        RecommendResponse response = recommend(page().setFilter(Filter.newBuilder()
                .addIncludeProductIds("mug")
                .addPins(Pin.newBuilder().setProductId("bag").setRank(1))));
        assertEquals("bag", response.getOffers(0).getProductId());
        assertTrue(response.getOffersList().stream()
                .anyMatch(offer -> offer.getProductId().equals("mug")));

        StatusRuntimeException failure = assertThrows(
                StatusRuntimeException.class,
                () -> recommend(page().setCustomerAge(-1)
                        .setFilter(Filter.newBuilder()
                                .addPins(Pin.newBuilder().setProductId("bag"))
                                .setMaxPriceRatio(-1))));
        assertEquals(
                List.of("customer_age", "filter.pins[0].rank", "filter.max_price_ratio"),
                detail(failure, BadRequest.class).getFieldViolationsList().stream()
                        .map(BadRequest.FieldViolation::getField)
                        .toList());
    }

    @Test
    @Proves("T1")
    void update_countsAtOnce_isAudited_andNeedsTheEtag() {
        PlacementRules defaults = get(Placement.PLACEMENT_PRODUCT_PAGE);
        assertEquals(12, defaults.getMaxOffers());
        assertEquals("", defaults.getEtag());

        PlacementRules first =
                update(defaults.toBuilder().setMaxOffers(1).setMaxUpgrades(0).build(), "two");
        assertEquals("1", first.getEtag());
        assertEquals("merchandiser", first.getAuthor());
        assertEquals(1, recommend(page()).getOffersCount());

        PlacementRules second = update(
                first.toBuilder()
                        .setMaxOffers(5)
                        .setMaxUpgrades(0)
                        .addDeals(Deal.newBuilder()
                                .setProductId("mug")
                                .setLabel(LocalizedText.newBuilder().putAllTexts(Map.of("en", "Deal of the day"))))
                        .build(),
                "deal");
        Offer deal = offer(recommend(page()), OfferKind.OFFER_KIND_DEAL);
        assertEquals("mug", deal.getProductId());
        assertEquals("Deal of the day", deal.getReasons(0).getText());

        StatusRuntimeException late = assertThrows(
                StatusRuntimeException.class,
                () -> update(first.toBuilder().setMaxOffers(7).build(), "too late"));
        assertEquals(Status.Code.ABORTED, late.getStatus().getCode());
        assertEquals("PLACEMENT_CHANGED", detail(late, ErrorInfo.class).getReason());

        ListPlacementChangesResponse page = changes(1, "");
        assertEquals(second, page.getChanges(0).getRules());
        assertEquals("deal", page.getChanges(0).getNote());
        ListPlacementChangesResponse next = changes(1, page.getNextPageToken());
        assertEquals("two", next.getChanges(0).getNote());
        assertEquals("", next.getNextPageToken());
    }

    @Test
    @Proves("T1")
    void update_closesAPlacement() {
        update(get(Placement.PLACEMENT_PRODUCT_PAGE).toBuilder().setMaxOffers(0).build(), "closed");
        RecommendResponse response = recommend(page());
        assertEquals(
                Silence.Reason.REASON_PLACEMENT_CLOSED, response.getSilence().getReason());
    }

    @Test
    @Proves("T1")
    void changeByAnotherReplica_countsWithinTwoSeconds() {
        byte[] closed = get(Placement.PLACEMENT_PRODUCT_PAGE).toBuilder()
                .setMaxOffers(0)
                .build()
                .toByteArray();
        database.preparedQuery("insert into placement_change (placement, version, rules, author, note)"
                        + " values ('PRODUCT_PAGE', 1, $1, 'another', '')")
                .execute(Tuple.of(io.vertx.core.buffer.Buffer.buffer(closed)))
                .await()
                .atMost(LONGEST_WAIT);
        await().atMost(LONGEST_WAIT).until(() -> recommend(page()).getOffersCount() == 0);
    }

    @Test
    @Proves("T1")
    void wrongRules_areRefusedFieldByField() {
        PlacementRules wrong = get(Placement.PLACEMENT_CHECKOUT).toBuilder()
                .setMaxOffers(3)
                .setMaxCartShare(0.5)
                .setUpgradePriceRatio(0)
                .setMinPrice(Money.newBuilder().setCurrencyCode("euro"))
                .build();
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, () -> update(wrong, ""));
        assertEquals(
                List.of("rules.max_offers", "rules.max_cart_share", "rules.upgrade_price_ratio"),
                detail(failure, BadRequest.class).getFieldViolationsList().stream()
                        .map(BadRequest.FieldViolation::getField)
                        .toList());
        ListPlacementsResponse all = placements.listPlacements(
                ListPlacementsRequest.newBuilder().setPageSize(5).build());
        assertEquals(5, all.getPlacementsCount());
        assertFalse(all.getNextPageToken().isEmpty());
    }

    private PlacementRules get(Placement placement) {
        return placements
                .getPlacement(
                        GetPlacementRequest.newBuilder().setPlacement(placement).build())
                .getRules();
    }

    private PlacementRules update(PlacementRules rules, String note) {
        return placements
                .updatePlacement(UpdatePlacementRequest.newBuilder()
                        .setRules(rules)
                        .setAuthor("merchandiser")
                        .setNote(note)
                        .build())
                .getRules();
    }

    private ListPlacementChangesResponse changes(int size, String token) {
        return placements.listPlacementChanges(ListPlacementChangesRequest.newBuilder()
                .setPageSize(size)
                .setPageToken(token)
                .build());
    }

    private RecommendResponse recommend(RecommendRequest.Builder request) {
        return recommendations.recommend(request.build());
    }

    private static RecommendRequest.Builder page() {
        return RecommendRequest.newBuilder()
                .setVisitorId("visitor-k")
                .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                .addAnchorProductIds("camera-a");
    }

    private void push(String id, String price, String... typePath) {
        services.catalog()
                .push(WatchCatalogResponse.newBuilder().setProduct(FakeCatalog.product(id, 0, price, 5, typePath)));
    }

    private void relation(String id, Relation.Kind kind, String anchor, String complement) {
        services.catalog()
                .push(WatchCatalogResponse.newBuilder()
                        .setRelation(Relation.newBuilder()
                                .setRelationId(id)
                                .setKind(kind)
                                .setAnchor(ProductSelector.newBuilder().setProductId(anchor))
                                .setComplement(ProductSelector.newBuilder().setProductId(complement))));
    }

    private static Money.Builder euros(long units) {
        return Money.newBuilder().setCurrencyCode("EUR").setUnits(units);
    }

    private static Offer offer(RecommendResponse response, OfferKind kind) {
        return response.getOffersList().stream()
                .filter(offer -> offer.getKind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + response));
    }

    private static <T extends com.google.protobuf.Message> T detail(StatusRuntimeException failure, Class<T> type) {
        for (Any detail : StatusProto.fromThrowable(failure).getDetailsList()) {
            if (detail.is(type)) {
                try {
                    return detail.unpack(type);
                } catch (InvalidProtocolBufferException corrupt) {
                    throw new AssertionError(corrupt);
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + failure);
    }
}
