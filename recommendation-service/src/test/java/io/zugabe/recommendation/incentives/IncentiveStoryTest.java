package io.zugabe.recommendation.incentives;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.type.Money;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.catalog.v1.CatalogProduct;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.recommendation.fakes.FakeCatalog;
import io.zugabe.recommendation.fakes.FakeServices;
import io.zugabe.recommendation.feedback.endpoint.FeedbackCalls;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.v1.ArchiveIncentiveRequest;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.ExplainDecisionRequest;
import io.zugabe.recommendation.v1.Feedback;
import io.zugabe.recommendation.v1.GetIncentiveRequest;
import io.zugabe.recommendation.v1.GetShippingPolicyRequest;
import io.zugabe.recommendation.v1.Incentive;
import io.zugabe.recommendation.v1.IncentiveLevel;
import io.zugabe.recommendation.v1.IncentiveOrder;
import io.zugabe.recommendation.v1.IncentiveProducts;
import io.zugabe.recommendation.v1.IncentiveServiceGrpc;
import io.zugabe.recommendation.v1.IncentiveType;
import io.zugabe.recommendation.v1.ListIncentiveChangesRequest;
import io.zugabe.recommendation.v1.ListIncentivesRequest;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.PutIncentiveRequest;
import io.zugabe.recommendation.v1.Reason;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.RedeemIncentiveRequest;
import io.zugabe.recommendation.v1.RedeemIncentiveResponse;
import io.zugabe.recommendation.v1.Refusal;
import io.zugabe.recommendation.v1.Shipping;
import io.zugabe.recommendation.v1.ShippingPolicy;
import io.zugabe.recommendation.v1.UpdateShippingPolicyRequest;
import io.zugabe.recommendation.v1.ValidateIncentiveRequest;
import io.zugabe.segmentation.v1.Assessment;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.SubjectsErased;
import io.zugabe.segmentation.v1.Treatment;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchandiser defines an incentive, customers are given it, the checkout redeems it; and its budget ends. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(FakeServices.class)
@Proves("O12")
class IncentiveStoryTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final Metadata.Key<String> ACTOR =
            Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER);

    FakeServices services;

    @Inject
    CatalogReplica replica;

    @Inject
    IncentiveClock clock;

    @Inject
    Pool pool;

    private ManagedChannel channel;
    private IncentiveServiceGrpc.IncentiveServiceBlockingStub incentives;

    @BeforeEach
    void open() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        Metadata actor = new Metadata();
        actor.put(ACTOR, "jane");
        incentives = IncentiveServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(actor));
        await().atMost(LONGEST_WAIT).until(() -> replica.current().isPresent());
        product("inc-tent", "300", "200", "inc_tent");
        product("inc-mat", "40", "20", "inc_mat");
        services.catalog()
                .push(WatchCatalogResponse.newBuilder()
                        .setRelation(Relation.newBuilder()
                                .setRelationId("inc-tent-mat")
                                .setAnchor(ProductSelector.newBuilder().setType("inc_tent"))
                                .setComplement(ProductSelector.newBuilder().setType("inc_mat"))
                                .setNeed("sleep")
                                .setStrength(0.9)));
        await().atMost(LONGEST_WAIT)
                .until(() -> replica.current()
                        .flatMap(catalog -> catalog.find("inc-mat"))
                        .isPresent());
    }

    @AfterEach
    void close() {
        clock.use(Clock.systemUTC());
        incentives
                .listIncentives(ListIncentivesRequest.getDefaultInstance())
                .getIncentivesList()
                .forEach(incentive -> archive(incentive.getIncentiveId()));
        channel.shutdownNow();
    }

    private void product(String id, String price, String cost, String type) {
        CatalogProduct product = FakeCatalog.product(id, 0, price, 100, type);
        services.catalog()
                .push(WatchCatalogResponse.newBuilder()
                        .setProduct(product.toBuilder()
                                .setProduct(product.getProduct().toBuilder().setCost(euros(Long.parseLong(cost))))));
    }

    private void customer(String id, String... allowed) {
        services.segmentation()
                .put(
                        id,
                        Profile.newBuilder()
                                .setVersion(1)
                                .setAssessment(Assessment.newBuilder()
                                        .setTreatment(Treatment.newBuilder()
                                                .setAllowed(true)
                                                .setPolicyVersion(1)
                                                .addAllAllowedIncentives(List.of(allowed))))
                                .build());
    }

    private static Money euros(long units) {
        return Money.newBuilder().setCurrencyCode("EUR").setUnits(units).build();
    }

    private static Incentive.Builder discount(String id, long budget) {
        return Incentive.newBuilder()
                .setIncentiveId(id)
                .setType(IncentiveType.INCENTIVE_TYPE_DISCOUNT)
                .setName(io.zugabe.common.v1.LocalizedText.newBuilder().putAllTexts(Map.of("en", id)))
                .addLevels(IncentiveLevel.newBuilder().setPercent(5).setExpectedUplift(1))
                .addLevels(IncentiveLevel.newBuilder().setPercent(10).setExpectedUplift(1.1))
                .setProducts(IncentiveProducts.newBuilder().addTypes("inc_mat"))
                .setTrialShare(0)
                .setTotalBudget(euros(budget));
    }

    private Incentive put(Incentive incentive) {
        return incentives
                .putIncentive(
                        PutIncentiveRequest.newBuilder().setIncentive(incentive).build())
                .getIncentive();
    }

    private Incentive get(String id) {
        return incentives
                .getIncentive(
                        GetIncentiveRequest.newBuilder().setIncentiveId(id).build())
                .getIncentive();
    }

    private void archive(String id) {
        incentives.archiveIncentive(ArchiveIncentiveRequest.newBuilder()
                .setIncentiveId(id)
                .setEtag(get(id).getEtag())
                .build());
    }

    private RecommendResponse recommend(String customer) {
        return RecommendationServiceGrpc.newBlockingStub(channel)
                .recommend(RecommendRequest.newBuilder()
                        .setCustomerId(customer)
                        .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                        .addAnchorProductIds("inc-tent")
                        .build());
    }

    private Offer awaitIncentive(String customer) {
        List<Offer> given = new ArrayList<>();
        await().atMost(LONGEST_WAIT).until(() -> {
            Offer offer = FeedbackCalls.offer(recommend(customer), "inc-mat");
            if (offer.hasIncentive()) {
                given.add(offer);
            }
            return offer.hasIncentive();
        });
        return given.getFirst();
    }

    private static IncentiveOrder order(String id) {
        return IncentiveOrder.newBuilder()
                .setOrderId(id)
                .addProductIds("inc-tent")
                .addProductIds("inc-mat")
                .build();
    }

    private RedeemIncentiveResponse redeem(Offer offer, String order) {
        return incentives.redeemIncentive(RedeemIncentiveRequest.newBuilder()
                .setTrackingToken(offer.getTrackingToken())
                .setOrder(order(order))
                .build());
    }

    private Refusal validate(Offer offer, String order) {
        return incentives
                .validateIncentive(ValidateIncentiveRequest.newBuilder()
                        .setTrackingToken(offer.getTrackingToken())
                        .setOrder(order(order))
                        .build())
                .getRefusal();
    }

    private static String refusal(Runnable call) {
        StatusRuntimeException failure = assertThrows(StatusRuntimeException.class, call::run);
        assertEquals(Status.Code.FAILED_PRECONDITION, failure.getStatus().getCode());
        return detail(failure, ErrorInfo.class).orElseThrow().getMetadataOrDefault("refusal", "");
    }

    private static <T extends com.google.protobuf.Message> Optional<T> detail(
            StatusRuntimeException failure, Class<T> type) {
        return StatusProto.fromThrowable(failure).getDetailsList().stream()
                .filter(any -> any.is(type))
                .findFirst()
                .map(any -> {
                    try {
                        return any.unpack(type);
                    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @Test
    void incentive_isGiven_redeemedOnce_andNotAfterItsTime() {
        customer("inc-jane", "DISCOUNT");
        customer("inc-max", "MEMBERSHIP", "NEWSLETTER");
        put(discount("story", 1_000).setLimitedTime(true).build());
        Offer offer = awaitIncentive("inc-jane");

        assertEquals(1, offer.getIncentive().getLevel());
        assertEquals(5, offer.getIncentive().getPercent());
        assertEquals(euros(38), offer.getIncentive().getPriceAfter());
        assertTrue(offer.getReasonsList().stream()
                .anyMatch(reason -> reason.getCode() == Reason.Code.CODE_INCENTIVE
                        && reason.getText().equals("5 % off: 38.00 € instead of 40.00 €.")));
        assertTrue(
                offer.getReasonsList().stream().anyMatch(reason -> reason.getCode() == Reason.Code.CODE_LIMITED_TIME));
        assertFalse(FeedbackCalls.offer(recommend("inc-max"), "inc-mat").hasIncentive());
        assertFalse(FeedbackCalls.offer(recommend("inc-stranger"), "inc-mat").hasIncentive());

        assertEquals(Refusal.REFUSAL_UNSPECIFIED, validate(offer, "inc-o-1"));
        RedeemIncentiveResponse redeemed = redeem(offer, "inc-o-1");
        assertEquals(euros(2), redeemed.getCost());
        assertEquals(redeemed, redeem(offer, "inc-o-1"), "again for the same order");
        assertEquals("REDEEMED", refusal(() -> redeem(offer, "inc-o-2")));
        Offer other = awaitIncentive("inc-jane");
        assertEquals("NOT_STACKABLE", refusal(() -> redeem(other, "inc-o-1")));
        assertEquals(euros(2), get("story").getSpending().getSpent());
        assertEquals(1, get("story").getSpending().getRedemptions());

        clock.use(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
        assertEquals(Refusal.REFUSAL_EXPIRED, validate(other, "inc-o-3"));
        assertEquals("EXPIRED", refusal(() -> redeem(other, "inc-o-3")));
        assertEquals(redeemed, redeem(offer, "inc-o-1"), "what was redeemed stays");
        clock.use(Clock.systemUTC());
        archive("story");
        await().atMost(LONGEST_WAIT)
                .until(() ->
                        !FeedbackCalls.offer(recommend("inc-jane"), "inc-mat").hasIncentive());
    }

    @Test
    void budget_ends_andIsNeverOverdrawn() {
        customer("inc-budget", "DISCOUNT");
        put(discount("small", 7).build());
        List<Offer> given = new ArrayList<>();
        await().atMost(LONGEST_WAIT).until(() -> {
            Offer offer = FeedbackCalls.offer(recommend("inc-budget"), "inc-mat");
            if (offer.hasIncentive()) {
                given.add(offer);
            }
            return given.size() == 3;
        });
        for (int i = 0; i < 20; i++) {
            assertFalse(
                    FeedbackCalls.offer(recommend("inc-budget"), "inc-mat").hasIncentive(), "3 × 2 of 7 are promised");
        }
        for (int i = 0; i < given.size(); i++) {
            redeem(given.get(i), "inc-b-" + i);
        }
        assertEquals(euros(6), get("small").getSpending().getSpent());
        assertEquals(3, get("small").getSpending().getRedemptions());
        RecommendResponse decision = recommend("inc-budget");
        assertTrue(RecommendationServiceGrpc.newBlockingStub(channel)
                .explainDecision(ExplainDecisionRequest.newBuilder()
                        .setDecisionId(decision.getDecisionId())
                        .build())
                .getTrace()
                .getStagesList()
                .stream()
                .filter(stage -> stage.getStage().equals("incentive"))
                .flatMap(stage -> stage.getNotesList().stream())
                .anyMatch(note -> note.contains("NO_BUDGET")));
    }

    @Test
    void views_areCounted_andErasedPeopleLeaveNothing() throws Exception {
        customer("inc-seen", "DISCOUNT");
        put(discount("seen", 1_000).build());
        Offer offer = awaitIncentive("inc-seen");
        FeedbackCalls.record(channel, List.of(FeedbackCalls.told(offer, Feedback.Action.ACTION_SHOWN)));
        await().atMost(LONGEST_WAIT)
                .until(() -> get("seen").getSpending().getEvidence(1).getViews() == 1);
        redeem(offer, "inc-seen-1");
        assertEquals(1, redemptionsOf("c:inc-seen"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest("\ninc-seen".getBytes(StandardCharsets.UTF_8));
        services.segmentation()
                .happened(Event.newBuilder()
                        .setEventTime(Timestamps.fromMillis(System.currentTimeMillis()))
                        .setSubjectsErased(SubjectsErased.newBuilder().addSubjectDigests(ByteString.copyFrom(digest)))
                        .build());
        await().atMost(LONGEST_WAIT).until(() -> redemptionsOf("c:inc-seen") == 0);
        assertEquals(euros(2), get("seen").getSpending().getSpent(), "what was spent is spent");
    }

    private long redemptionsOf(String subject) {
        return pool.preparedQuery("select count(*) from incentive_redemption where subject = $1")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(subject))
                .await()
                .atMost(LONGEST_WAIT)
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void changes_areAudited_andWrongOnesRefused() {
        Incentive created = put(discount("audit", 10).build());
        Incentive replaced = put(created.toBuilder().setMaxPerCustomer(1).build());
        assertFalse(created.getEtag().equals(replaced.getEtag()));
        StatusRuntimeException late = assertThrows(StatusRuntimeException.class, () -> put(created));
        assertEquals(Status.Code.ABORTED, late.getStatus().getCode());
        archive("audit");
        List<String> actions = incentives
                .listIncentiveChanges(ListIncentiveChangesRequest.newBuilder()
                        .setIncentiveId("audit")
                        .build())
                .getChangesList()
                .stream()
                .map(change -> change.getActor() + " " + change.getAction())
                .toList();
        assertEquals(List.of("jane archived", "jane replaced", "jane created"), actions);

        StatusRuntimeException wrong = assertThrows(
                StatusRuntimeException.class,
                () -> put(discount("Wrong Id", 0)
                        .setLevels(1, IncentiveLevel.newBuilder().setPercent(95))
                        .setTrialShare(0.7)
                        .setGiftProductId("mug")
                        .build()));
        List<String> fields = detail(wrong, BadRequest.class).orElseThrow().getFieldViolationsList().stream()
                .map(BadRequest.FieldViolation::getField)
                .toList();
        assertTrue(
                fields.containsAll(List.of(
                        "incentive.incentive_id",
                        "incentive.levels[1].percent",
                        "incentive.trial_share",
                        "incentive.gift_product_id",
                        "incentive.total_budget")),
                fields::toString);
    }

    @Test
    void shippingGap_byTheRequest_orByThePolicyOfTheShop() {
        RecommendRequest.Builder request = RecommendRequest.newBuilder()
                .setVisitorId("inc-visitor")
                .setPlacement(Placement.PLACEMENT_CART)
                .addCart(CartLine.newBuilder().setProductId("inc-tent"));
        RecommendationServiceGrpc.RecommendationServiceBlockingStub decisions =
                RecommendationServiceGrpc.newBlockingStub(channel);
        RecommendResponse asked = decisions.recommend(request.clone()
                .setShipping(Shipping.newBuilder().setFreeFrom(euros(330)))
                .build());
        assertEquals(euros(30), asked.getShippingGap().getMissing());
        Offer filling = asked.getShippingGap().getOffers(0);
        assertEquals("inc-mat", filling.getProductId());
        assertEquals(Reason.Code.CODE_SHIPPING_GAP, filling.getReasons(0).getCode());
        assertFalse(filling.getTrackingToken().isEmpty());
        assertFalse(decisions.recommend(request.build()).hasShippingGap());

        ShippingPolicy policy = incentives
                .getShippingPolicy(GetShippingPolicyRequest.getDefaultInstance())
                .getPolicy();
        ShippingPolicy changed = incentives
                .updateShippingPolicy(UpdateShippingPolicyRequest.newBuilder()
                        .setPolicy(policy.toBuilder().setFreeFrom(euros(320)))
                        .build())
                .getPolicy();
        await().atMost(LONGEST_WAIT)
                .until(() -> decisions
                        .recommend(request.build())
                        .getShippingGap()
                        .getMissing()
                        .equals(euros(20)));
        incentives.updateShippingPolicy(UpdateShippingPolicyRequest.newBuilder()
                .setPolicy(changed.toBuilder().clearFreeFrom())
                .build());
        await().atMost(LONGEST_WAIT)
                .until(() -> !decisions.recommend(request.build()).hasShippingGap());
    }
}
