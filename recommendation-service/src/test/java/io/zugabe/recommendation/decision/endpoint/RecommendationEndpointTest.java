package io.zugabe.recommendation.decision.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
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
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.common.v1.Verdict;
import io.zugabe.experiment.v1.Arm;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.kit.cache.VersionedCache;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.recommendation.fakes.FakeCatalog;
import io.zugabe.recommendation.fakes.FakeServices;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.Context;
import io.zugabe.recommendation.v1.DecisionTrace;
import io.zugabe.recommendation.v1.ExplainDecisionRequest;
import io.zugabe.recommendation.v1.Filter;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.Reason;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc.RecommendationServiceBlockingStub;
import io.zugabe.recommendation.v1.Silence;
import io.zugabe.segmentation.v1.Assessment;
import io.zugabe.segmentation.v1.OwnedProduct;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.QuietProduct;
import io.zugabe.segmentation.v1.ServiceHistory;
import io.zugabe.segmentation.v1.Treatment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public API on real PostgreSQL and Redis, with the other services answered by hand-written fakes. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(FakeServices.class)
class RecommendationEndpointTest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    FakeServices services;

    @Inject
    VersionedCache redis;

    @Inject
    Pool database;

    private ManagedChannel channel;
    private RecommendationServiceBlockingStub stub;

    @BeforeEach
    void connect() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        stub = RecommendationServiceGrpc.newBlockingStub(channel);
        await().atMost(LONGEST_WAIT)
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(() -> !stub.recommend(productPage("camera-a").build())
                        .getOffersList()
                        .isEmpty());
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    @Proves({"O1", "O3", "O11", "T2"})
    void productPage_camera_getsWhatFitsWithReasonsAndNothingElse() {
        RecommendResponse response = stub.recommend(productPage("camera-a")
                .setContext(Context.newBuilder().setLocale("de-AT"))
                .build());

        assertEquals(List.of("bag", "battery-a", "warranty"), sortedIds(response));
        Offer battery = offer(response, "battery-a");
        assertEquals(Verdict.VERDICT_FITS, battery.getFit().getVerdict());
        assertEquals("camera-a", battery.getFit().getHostProductId());
        assertEquals(List.of("camera-a"), battery.getForProductIdsList());
        assertEquals("Das battery-a", battery.getName());
        assertEquals("power", battery.getNeed());
        assertEquals(79, battery.getPrice().getUnits());
        assertEquals(900_000_000, battery.getPrice().getNanos());
        assertEquals(Reason.Code.CODE_FITS, battery.getReasons(0).getCode());
        assertEquals("Nimmt LP-A; das ist ein LP-A.", battery.getReasons(0).getText());
        assertEquals("camera-packs/model@1", battery.getReasons(0).getEvidence().getId());
        assertEquals(
                Map.of("host.battery_models", "LP-A", "part.battery_model", "LP-A"),
                battery.getReasons(0).getEvidence().getAttributesMap());
        assertEquals("Wegen power.", battery.getReasons(1).getText());
        assertFalse(offer(response, "bag").hasFit());
        assertFalse(response.hasSilence());
        assertFalse(response.getModelVersion().isEmpty());
    }

    @Test
    @Proves("O1")
    void fitWithLimits_showsTheLimit() {
        RecommendResponse response = stub.recommend(productPage("camera-a")
                .setFilter(Filter.newBuilder().addExcludeProductIds("battery-a"))
                .build());

        Offer battery = offer(response, "battery-a-third");
        assertEquals(Verdict.VERDICT_FITS_WITH_LIMITS, battery.getFit().getVerdict());
        assertEquals("maker", battery.getFit().getLimits(0).getAttribute());
        assertEquals(
                "Takes LP-A; this is a LP-A. Not from the maker.",
                battery.getReasons(0).getText());
    }

    @Test
    @Proves("O4")
    void boughtTogether_countsBasketsAndTellsReturnsApart() {
        for (int order = 0; order < 6; order++) {
            services.segmentation().purchase("pair-" + order, "c-pair-" + order, 1_700_000_000, "mug", "tripod");
        }
        services.segmentation().refund("pair-refund", "", "c-pair-0", 1_700_000_100, "mug");
        services.segmentation().refund("pair-refund-named", "pair-1", "c-pair-1", 1_700_000_100, "tripod");
        services.segmentation().disconnect();
        services.segmentation().purchase("pair-6", "c-pair-6", 1_700_000_000, "mug");

        await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            Offer offer = offer(stub.recommend(productPage("mug").build()), "tripod");
            Reason reason = reason(offer, Reason.Code.CODE_BOUGHT_TOGETHER);
            Map<String, Double> numbers = reason.getEvidence().getNumbersMap();
            assertEquals(6.0, numbers.get("support"));
            assertEquals(2.0, numbers.get("returned_support"));
            assertEquals(7.0, numbers.get("baskets_anchor"));
            assertEquals(6.0, numbers.get("baskets_candidate"));
            assertEquals(6.0 / 7, numbers.get("confidence"), 1e-12);
            assertEquals("4 of 7 orders with The mug also had this, and both were kept.", reason.getText());
        });
        assertEquals(
                services.segmentation().end(),
                database.query("select position from log_position")
                        .execute()
                        .await()
                        .atMost(LONGEST_WAIT)
                        .iterator()
                        .next()
                        .getLong(0));
    }

    @Test
    @Proves("O4")
    void refundBeforeItsOrder_isMatchedWhenTheOrderComes() {
        services.segmentation().refund("early-named", "late-0", "c-late-0", 1_700_000_100, "warranty");
        services.segmentation().refund("early", "", "c-late-1", 1_700_000_100, "bag");
        for (int order = 0; order < 5; order++) {
            services.segmentation().purchase("late-" + order, "c-late-" + order, 1_700_000_000, "warranty", "bag");
        }

        await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            RecommendResponse response = stub.recommend(productPage("warranty").build());
            Map<String, Double> numbers = reason(offer(response, "bag"), Reason.Code.CODE_BOUGHT_TOGETHER)
                    .getEvidence()
                    .getNumbersMap();
            assertEquals(5.0, numbers.get("support"));
            assertEquals(2.0, numbers.get("returned_support"));
        });
    }

    @Test
    void stockGone_isNotOfferedAnyMore_andComesBack() {
        CatalogProduct gone = FakeCatalog.product("bag", 0, "49.90", 0, "camera_bag");
        services.catalog().push(WatchCatalogResponse.newBuilder().setProduct(gone));
        await().atMost(LONGEST_WAIT)
                .until(() ->
                        !ids(stub.recommend(productPage("camera-b").build())).contains("bag"));

        CatalogProduct back = FakeCatalog.product("bag", 0, "49.90", 3, "camera_bag");
        services.catalog().disconnect();
        await().atMost(LONGEST_WAIT)
                .until(() -> !services.catalog().positionsAsked().getLast().isEmpty());
        services.catalog().push(WatchCatalogResponse.newBuilder().setProduct(back));
        await().atMost(LONGEST_WAIT)
                .until(() ->
                        ids(stub.recommend(productPage("camera-b").build())).contains("bag"));
    }

    @Test
    @Proves("T3")
    void openCase_silencesEveryPlacement() {
        services.segmentation()
                .put(
                        "c-case",
                        Profile.newBuilder()
                                .setVersion(7)
                                .setService(ServiceHistory.newBuilder().addOpenCaseIds("case-1"))
                                .build());

        RecommendResponse response =
                stub.recommend(productPage("camera-a").setCustomerId("c-case").build());

        assertEquals(Silence.Reason.REASON_OPEN_CASE, response.getSilence().getReason());
        assertEquals(7, explain(response.getDecisionId()).getProfileVersion());
    }

    @Test
    @Proves({"C4", "T3"})
    void treatment_ofTheAssessment_isObeyedAndTraced() {
        Timestamp until = Timestamp.newBuilder()
                .setSeconds(Instant.now().plus(Duration.ofDays(3)).getEpochSecond())
                .build();
        Treatment tired = Treatment.newBuilder()
                .setPolicyVersion(4)
                .setQuietUntilTime(until)
                .addReasonCodes("FATIGUE")
                .build();
        RecommendResponse silent = recommendTo("c-tired", tired);
        assertEquals(Silence.Reason.REASON_FATIGUE, silent.getSilence().getReason());
        assertEquals(until, silent.getSilence().getUntilTime());
        assertTrue(
                explain(silent.getDecisionId()).getStages(0).getNotes(0).contains("version 4 of the policy: FATIGUE"));

        Treatment standard =
                Treatment.newBuilder().setAllowed(true).setPolicyVersion(4).build();
        String first = ids(recommendTo("c-standard", standard)).getFirst();
        Treatment reverser = standard.toBuilder().addAdvice("SIZE_AND_FIT").build();
        assertEquals(
                List.of("SIZE_AND_FIT"), recommendTo("c-reverser", reverser).getAdviceList());
        Treatment dismissed = standard.toBuilder()
                .addQuietProducts(QuietProduct.newBuilder().setProductId(first).setUntilTime(until))
                .build();
        assertFalse(ids(recommendTo("c-dismissed", dismissed)).contains(first));
        Treatment cheap = standard.toBuilder()
                .setPriceCeiling(Money.newBuilder().setCurrencyCode("EUR").setNanos(10_000_000))
                .build();
        assertEquals(
                Silence.Reason.REASON_NOTHING_FITS,
                recommendTo("c-cheap", cheap).getSilence().getReason());
    }

    private RecommendResponse recommendTo(String customer, Treatment treatment) {
        Profile profile = Profile.newBuilder()
                .setVersion(1)
                .setAssessment(Assessment.newBuilder().setTreatment(treatment))
                .build();
        services.segmentation().put(customer, profile);
        return stub.recommend(productPage("camera-a").setCustomerId(customer).build());
    }

    @Test
    @Proves({"O5", "O11"})
    void visits_leadToAnOffer_toWhoeverLooksAtTheSame_andTheTraceSaysSo() {
        for (CatalogProduct product : List.of(
                FakeCatalog.product("hammock", 0, "99", 5, "hammock"),
                FakeCatalog.product("mosquito-net", 0, "19", 5, "mosquito_net"),
                FakeCatalog.product("flip-flops", 0, "9", 5, "shoes"))) {
            services.catalog().push(WatchCatalogResponse.newBuilder().setProduct(product));
        }
        for (int visitor = 0; visitor < 4; visitor++) {
            services.segmentation().visit("hammock-" + visitor, 1_700_000_000, "hammock", "mosquito-net");
        }
        services.segmentation().visit("hammock-4", 1_700_000_000, "hammock", "flip-flops");

        await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            RecommendResponse response = stub.recommend(productPage("hammock").build());
            assertEquals(List.of("mosquito-net"), ids(response));
            Reason reason = reason(offer(response, "mosquito-net"), Reason.Code.CODE_SIMILAR_VISITS);
            assertEquals("4 of the 5 visits most like this one looked at this.", reason.getText());
            assertTrue(explain(response.getDecisionId()).getStages(1).getCandidatesList().stream()
                    .anyMatch(candidate -> candidate.getCode().equals("session_neighbours")
                            && candidate.getNumbersOrThrow("visits") == 4));
        });
    }

    @Test
    @Proves({"T1", "T2"})
    void followUp_afterTheDelay_offersWhatComesLater() {
        Instant now = Instant.now();
        Profile.Builder owner = Profile.newBuilder()
                .setVersion(1)
                .addProducts(OwnedProduct.newBuilder()
                        .setProductId("camera-a")
                        .setUnits(1)
                        .setLastPurchaseTime(Timestamp.newBuilder()
                                .setSeconds(now.minus(Duration.ofDays(8)).getEpochSecond())));
        services.segmentation().put("c-owner", owner.build());
        RecommendRequest request = RecommendRequest.newBuilder()
                .setCustomerId("c-owner")
                .setPlacement(Placement.PLACEMENT_FOLLOW_UP)
                .build();
        assertEquals(
                Silence.Reason.REASON_NO_CONSENT,
                stub.recommend(request).getSilence().getReason());

        services.segmentation().put("c-owner", owner.putConsents("email", true).build());
        RecommendResponse response = stub.recommend(request);
        assertEquals(List.of("tripod"), ids(response));
        assertEquals(
                7 * 86_400, response.getOffers(0).getTiming().getAfterPurchase().getSeconds());
    }

    @Test
    void profile_inRedis_isFoundWithoutAsking() {
        Profile profile = Profile.newBuilder()
                .setVersion(9)
                .setService(ServiceHistory.newBuilder().addOpenCaseIds("case-2"))
                .build();
        redis.put("profile:{c-redis}", 9, profile.toByteArray(), Duration.ofMinutes(1))
                .await()
                .atMost(LONGEST_WAIT);

        assertEquals(
                Silence.Reason.REASON_OPEN_CASE,
                stub.recommend(productPage("camera-a").setCustomerId("c-redis").build())
                        .getSilence()
                        .getReason());
    }

    @Test
    void profileAway_pagesGoOn_placementsThatNeedTheCustomerAreSilent() {
        services.segmentation().profilesAway(true);
        try {
            assertFalse(ids(stub.recommend(
                            productPage("camera-a").setCustomerId("c-away").build()))
                    .isEmpty());
            assertEquals(
                    Silence.Reason.REASON_CUSTOMER_UNKNOWN,
                    stub.recommend(RecommendRequest.newBuilder()
                                    .setCustomerId("c-away")
                                    .setPlacement(Placement.PLACEMENT_SERVICE_CALL)
                                    .build())
                            .getSilence()
                            .getReason());
        } finally {
            services.segmentation().profilesAway(false);
        }
    }

    @Test
    void experiment_armsAreAppliedAndReported_andEndWithIt() {
        Experiment experiment = Experiment.newBuilder()
                .setExperimentId("ranking-test")
                .setUnit(Experiment.Unit.UNIT_VISITOR)
                .setSaltVersion(3)
                .addArms(
                        Arm.newBuilder().setArmId("control").setWeight(0.000001).putParameters("ranking", "popularity"))
                .addArms(Arm.newBuilder()
                        .setArmId("by-popularity")
                        .setWeight(0.999999)
                        .putParameters("ranking", "popularity"))
                .build();
        services.experiments().run(List.of(experiment));
        await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            RecommendResponse response = stub.recommend(productPage("camera-a").build());
            assertEquals(1, response.getArmsCount());
            assertEquals("ranking-test", response.getArms(0).getExperimentId());
            assertEquals(3, response.getArms(0).getSaltVersion());
            assertEquals("popularity", response.getArms(0).getParametersMap().get("ranking"));
            assertTrue(explain(response.getDecisionId())
                    .getStages(0)
                    .getNotesList()
                    .contains("Ranked by popularity."));
        });

        services.experiments().run(List.of());
        await().atMost(LONGEST_WAIT)
                .until(() -> stub.recommend(productPage("camera-a").build()).getArmsCount() == 0);
    }

    @Test
    void explain_tellsTheStages_fromMemoryAndFromTheDatabase() throws InvalidProtocolBufferException {
        RecommendRequest request = productPage("camera-a")
                .setPreview(true)
                .setMaxOffers(1)
                .addCart(CartLine.newBuilder().setProductId("unheard-of").setQuantity(2))
                .build();
        RecommendResponse response = stub.recommend(request);
        DecisionTrace trace = explain(response.getDecisionId());

        assertEquals(List.of("unheard-of"), response.getUnknownProductIdsList());
        assertEquals(response, trace.getResponse());
        assertEquals("camera-a", trace.getRequest().getAnchorProductIds(0));
        assertEquals(2, trace.getRequest().getCart(0).getQuantity());
        assertTrue(trace.getRequest().getPreview());
        assertEquals(
                List.of("policy", "candidates", "fit", "eligibility", "value", "kinds", "slate", "reasons"),
                trace.getStagesList().stream().map(stage -> stage.getStage()).toList());
        assertTrue(trace.getStages(2).getCandidatesList().stream()
                .anyMatch(candidate -> candidate.getProductId().equals("battery-b")
                        && !candidate.getPassed()
                        && candidate.getCode().equals("DOES_NOT_FIT")));
        assertTrue(trace.getStages(4).getCandidatesList().stream()
                .allMatch(candidate -> candidate.getNumbersMap().containsKey("p_accept")));

        UUID id = UUID.fromString(response.getDecisionId());
        assertEquals(7, id.version());
        await().atMost(LONGEST_WAIT).until(() -> archived(id) != null);
        assertEquals(trace, DecisionTrace.parseFrom(archived(id)));
    }

    @Test
    void explain_unknownDecision_isNotFound() {
        StatusRuntimeException failure =
                assertThrows(StatusRuntimeException.class, () -> explain("0199f000-0000-7000-8000-000000000000"));

        assertEquals(Status.Code.NOT_FOUND, failure.getStatus().getCode());
        ErrorInfo info = detail(failure, ErrorInfo.class);
        assertEquals("DECISION_NOT_FOUND", info.getReason());
        assertEquals("recommendation.zugabe.io", info.getDomain());
    }

    @Test
    void malformedRequest_namesEveryFieldWithItsValue() {
        RecommendRequest request = RecommendRequest.newBuilder()
                .setVisitorId("a visitor")
                .setMaxOffers(101)
                .setPlacement(Placement.PLACEMENT_CART)
                .addAnchorProductIds("no spaces")
                .addKindsValue(77)
                .setContext(Context.newBuilder()
                        .setLocale("!")
                        .setTime(Timestamp.newBuilder().setSeconds(1)))
                .setFilter(Filter.newBuilder()
                        .addTypes("Upper")
                        .setMaxPrice(Money.newBuilder().setCurrencyCode("EURO").setUnits(-1)))
                .build();

        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, () -> stub.recommend(request));

        assertEquals(Status.Code.INVALID_ARGUMENT, failure.getStatus().getCode());
        assertEquals(
                List.of(
                        "visitor_id",
                        "cart",
                        "anchor_product_ids[0]",
                        "context.locale",
                        "context.time",
                        "kinds[0]",
                        "max_offers",
                        "filter.types[0]",
                        "filter.max_price.currency_code",
                        "filter.max_price.units"),
                detail(failure, BadRequest.class).getFieldViolationsList().stream()
                        .map(BadRequest.FieldViolation::getField)
                        .toList());
    }

    @Test
    void amountInAnotherCurrency_isRefused() {
        StatusRuntimeException failure = assertThrows(
                StatusRuntimeException.class,
                () -> stub.recommend(productPage("camera-a")
                        .setFilter(Filter.newBuilder()
                                .setMaxPrice(Money.newBuilder()
                                        .setCurrencyCode("USD")
                                        .setUnits(20)))
                        .build()));

        assertEquals(
                "filter.max_price.currency_code",
                detail(failure, BadRequest.class).getFieldViolations(0).getField());
    }

    @Test
    void productInAnotherCurrency_isNotOffered_andTheShopGoesOn() {
        CatalogProduct.Builder foreign = FakeCatalog.product("bag-usd", 0, "49.90", 5, "camera_bag").toBuilder();
        foreign.getProductBuilder().getPriceBuilder().setCurrencyCode("USD");
        services.catalog().push(WatchCatalogResponse.newBuilder().setProduct(foreign));
        RecommendRequest.Builder withoutBag = productPage("camera-a")
                .setFilter(Filter.newBuilder()
                        .addExcludeProductIds("bag")
                        .setMaxPrice(Money.newBuilder().setCurrencyCode("EUR").setUnits(500)));

        await().atMost(LONGEST_WAIT)
                .until(() -> !stub.recommend(withoutBag
                                .clone()
                                .clearAnchorProductIds()
                                .addAnchorProductIds("bag-usd")
                                .build())
                        .getUnknownProductIdsList()
                        .contains("bag-usd"));
        assertEquals(List.of("battery-a", "warranty"), sortedIds(stub.recommend(withoutBag.build())));
        services.catalog().push(WatchCatalogResponse.newBuilder().setDeletedProductId("bag-usd"));
    }

    @Test
    void customerIdLikeAVisitorsKey_isRefused() {
        StatusRuntimeException failure = assertThrows(
                StatusRuntimeException.class,
                () -> stub.recommend(
                        productPage("camera-a").setCustomerId("v:visitor-1").build()));

        assertEquals(Status.Code.INVALID_ARGUMENT, failure.getStatus().getCode());
        assertEquals(
                "customer_id",
                detail(failure, BadRequest.class).getFieldViolations(0).getField());
    }

    @Test
    void healthAndMetrics_tellHowItIs() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body(Matchers.containsString("catalog replica"));
        RestAssured.get("/q/metrics")
                .then()
                .statusCode(200)
                .body(Matchers.containsString("zugabe_decisions_total"))
                .body(Matchers.containsString("zugabe_replica_products"))
                .body(Matchers.containsString("zugabe_stage_dropped_total"));
    }

    private DecisionTrace explain(String decisionId) {
        return stub.explainDecision(ExplainDecisionRequest.newBuilder()
                        .setDecisionId(decisionId)
                        .build())
                .getTrace();
    }

    private byte[] archived(UUID id) {
        var rows = database.preparedQuery("select trace from decision where decision_id = $1")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(id))
                .await()
                .atMost(LONGEST_WAIT)
                .iterator();
        return rows.hasNext() ? rows.next().getBuffer(0).getBytes() : null;
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

    private static Offer offer(RecommendResponse response, String product) {
        return response.getOffersList().stream()
                .filter(offer -> offer.getProductId().equals(product))
                .findFirst()
                .orElseThrow(() -> new AssertionError(product + " is not offered: " + ids(response)));
    }

    private static Reason reason(Offer offer, Reason.Code code) {
        return offer.getReasonsList().stream()
                .filter(reason -> reason.getCode() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is no reason of " + offer));
    }

    private static List<String> sortedIds(RecommendResponse response) {
        return ids(response).stream().sorted().toList();
    }

    private static RecommendRequest.Builder productPage(String anchor) {
        return RecommendRequest.newBuilder()
                .setVisitorId("visitor-1")
                .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                .addAnchorProductIds(anchor);
    }

    private static List<String> ids(RecommendResponse response) {
        return response.getOffersList().stream().map(Offer::getProductId).toList();
    }
}
