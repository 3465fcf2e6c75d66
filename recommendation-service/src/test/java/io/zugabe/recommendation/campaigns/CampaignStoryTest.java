package io.zugabe.recommendation.campaigns;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.recommendation.fakes.FakeServices;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.triggers.DecideDue;
import io.zugabe.recommendation.triggers.Outcome;
import io.zugabe.recommendation.triggers.RefreshTakers;
import io.zugabe.recommendation.triggers.Timers;
import io.zugabe.recommendation.triggers.domain.Timer;
import io.zugabe.recommendation.triggers.domain.TriggerKind;
import io.zugabe.recommendation.v1.ArmApplied;
import io.zugabe.recommendation.v1.Campaign;
import io.zugabe.recommendation.v1.CampaignServiceGrpc;
import io.zugabe.recommendation.v1.CampaignServiceGrpc.CampaignServiceBlockingStub;
import io.zugabe.recommendation.v1.Channel;
import io.zugabe.recommendation.v1.CreateCampaignRequest;
import io.zugabe.recommendation.v1.EndCampaignRequest;
import io.zugabe.recommendation.v1.GetCampaignRequest;
import io.zugabe.recommendation.v1.ListCampaignsRequest;
import io.zugabe.recommendation.v1.ListTimersRequest;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.PauseCampaignRequest;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.ResumeCampaignRequest;
import io.zugabe.recommendation.v1.TriggerServiceGrpc;
import io.zugabe.recommendation.v1.TriggerServiceGrpc.TriggerServiceBlockingStub;
import io.zugabe.recommendation.v1.UpdateCampaignRequest;
import io.zugabe.segmentation.v1.Assessment;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.OwnedProduct;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.SegmentMembership;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A campaign is created, holds in Recommend for its audience, is sent to it, and is paused, changed and ended. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "recommendation"))
@WithTestResource(FakeServices.class)
@Proves("T4")
class CampaignStoryTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    FakeServices services;

    @Inject
    CatalogReplica replica;

    @Inject
    RefreshTakers refresh;

    @Inject
    Pool pool;

    @Inject
    Timers timers;

    @Inject
    DecideDue decide;

    private ManagedChannel channel;
    private CampaignServiceBlockingStub campaigns;
    private String id = "";
    private String segment = "";

    @BeforeEach
    void connect() {
        await().atMost(LONGEST_WAIT).until(() -> replica.current().isPresent());
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        campaigns = CampaignServiceGrpc.newBlockingStub(channel);
        id = "c-" + UUID.randomUUID();
        segment = "s-" + UUID.randomUUID();
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Campaign campaign : campaigns
                .listCampaigns(ListCampaignsRequest.getDefaultInstance())
                .getCampaignsList()) {
            if (campaign.getState() != Campaign.State.STATE_ENDED) {
                campaigns.endCampaign(EndCampaignRequest.newBuilder()
                        .setCampaignId(campaign.getCampaignId())
                        .build());
            }
        }
        channel.shutdownNow();
        channel.awaitTermination(10, TimeUnit.SECONDS);
    }

    @Test
    void campaign_holdsInRecommend_forItsAudience_whileItIsInForce() {
        member("anna-" + id);
        services.segmentation()
                .put("bert-" + id, Profile.newBuilder().setVersion(1).build());
        create(campaign());
        assertTrue(offered("anna-" + id).contains("mug"), "in its audience");
        assertTrue(!offered("bert-" + id).contains("mug"), "not in its audience");

        campaigns.pauseCampaign(
                PauseCampaignRequest.newBuilder().setCampaignId(id).build());
        assertTrue(!offered("anna-" + id).contains("mug"), "paused");
        campaigns.resumeCampaign(
                ResumeCampaignRequest.newBuilder().setCampaignId(id).build());
        assertTrue(offered("anna-" + id).contains("mug"), "resumed");

        Campaign now = get();
        Campaign changed = campaigns
                .updateCampaign(UpdateCampaignRequest.newBuilder()
                        .setCampaign(now.toBuilder().setCondition("weather == 'rain'"))
                        .setUpdateMask(FieldMask.newBuilder().addPaths("condition"))
                        .build())
                .getCampaign();
        assertEquals("weather == 'rain'", changed.getCondition());
        assertTrue(!offered("anna-" + id).contains("mug"), "it does not rain");
        refused(
                Status.Code.ABORTED,
                () -> campaigns.updateCampaign(
                        UpdateCampaignRequest.newBuilder().setCampaign(now).build()));

        campaigns.endCampaign(EndCampaignRequest.newBuilder().setCampaignId(id).build());
        assertEquals(Campaign.State.STATE_ENDED, get().getState());
        refused(
                Status.Code.FAILED_PRECONDITION,
                () -> campaigns.resumeCampaign(
                        ResumeCampaignRequest.newBuilder().setCampaignId(id).build()));
    }

    @Test
    void campaignWithAChannel_isDueForEveryoneInItsSegment_andItsControlGroupGetsNothing() {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            customers.add("m" + i + "-" + id);
        }
        customers.forEach(this::member);
        services.segmentation().segment(segment, customers);
        create(campaign().toBuilder()
                .setChannel(Channel.CHANNEL_PUSH)
                .setControlShare(0.4)
                .build());
        await().atMost(LONGEST_WAIT).until(() -> get().getTimers() == 9);
        refresh.refresh().await().atMost(LONGEST_WAIT);

        Set<String> sent = new TreeSet<>();
        Set<String> control = new TreeSet<>();
        timers
                .claim(Set.of(io.zugabe.recommendation.triggers.domain.Channel.PUSH), 100)
                .await()
                .atMost(LONGEST_WAIT)
                .stream()
                .filter(claimed -> claimed.timer().key().object().equals(id))
                .forEach(claimed -> {
                    Outcome outcome = decide.decide(claimed.subject(), claimed.timer())
                            .await()
                            .atMost(LONGEST_WAIT);
                    if (outcome instanceof Outcome.Offers) {
                        sent.add(claimed.subject());
                    } else {
                        assertTrue(outcome instanceof Outcome.Control, outcome::toString);
                        control.add(claimed.subject());
                    }
                });
        assertEquals(9, sent.size() + control.size());
        assertTrue(sent.stream().noneMatch(subject -> domain().holdsOut(subject)));
        assertTrue(control.stream().allMatch(subject -> domain().holdsOut(subject)));
    }

    /** Who may not be written to, or has a case open, is no less silent for being held out. */
    @Test
    void controlGroup_isOnlyWhoWouldHaveGotSomething() {
        services.segmentation().segment(segment, List.of("m-" + id));
        create(campaign().toBuilder().setControlShare(0.4).build());
        List<String> heldOut = IntStream.range(0, 30)
                .mapToObj(number -> "h" + number + "-" + id)
                .filter(customer -> domain().holdsOut("c:" + customer))
                .limit(2)
                .toList();
        member(heldOut.get(0));
        member(heldOut.get(1), false);
        assertEquals("Control", outcome(heldOut.get(0)).getClass().getSimpleName());
        Outcome refused = outcome(heldOut.get(1));
        assertTrue(refused instanceof Outcome.Silent, refused::toString);

        RecommendResponse page = recommended(heldOut.get(0));
        assertEquals(1, page.getArmsList().stream().filter(this::isControl).count(), page::toString);
    }

    private boolean isControl(ArmApplied arm) {
        return arm.getExperimentId().equals(id) && arm.getArmId().equals("control");
    }

    private Outcome outcome(String customer) {
        Instant now = Instant.now();
        Timer timer = new Timer(
                new Timer.Key(TriggerKind.CAMPAIGN, id),
                List.of(),
                now,
                now,
                now.plusSeconds(3_600),
                io.zugabe.recommendation.triggers.domain.Channel.PUSH);
        return decide.decide("c:" + customer, timer).await().atMost(LONGEST_WAIT);
    }

    @Test
    void conditionOnAVisit_isRefusedWithAChannel() {
        services.segmentation().segment(segment, List.of("m-" + id));
        StatusRuntimeException refusal = refused(
                Status.Code.INVALID_ARGUMENT,
                () -> create(campaign().toBuilder()
                        .setChannel(Channel.CHANNEL_EMAIL)
                        .setCondition("month > 0 && region == 'CH'")
                        .build()));
        assertTrue(refusal.toString().contains("campaign.condition"), refusal::toString);
    }

    @Test
    void newProduct_isDueForThoseWhoOwnWhatItFits_andForNobodyElse() {
        bought("owner-" + id, "camera-a");
        bought("other-" + id, "camera-b");
        create(campaign().toBuilder()
                .clearSegmentId()
                .clearProductIds()
                .addProductIds("battery-a")
                .setAudience(Campaign.Audience.AUDIENCE_OWNERS)
                .setChannel(Channel.CHANNEL_PUSH)
                .build());
        TriggerServiceBlockingStub triggers = TriggerServiceGrpc.newBlockingStub(channel);
        await().atMost(LONGEST_WAIT)
                .until(() -> triggers
                        .listTimers(ListTimersRequest.newBuilder()
                                .setCustomerId("owner-" + id)
                                .build())
                        .getTimersList()
                        .stream()
                        .anyMatch(timer -> timer.getSubject().equals(id)));
        assertEquals(
                0,
                triggers
                        .listTimers(ListTimersRequest.newBuilder()
                                .setCustomerId("other-" + id)
                                .build())
                        .getTimersList()
                        .stream()
                        .filter(timer -> timer.getSubject().equals(id))
                        .count());
        refresh.refresh().await().atMost(LONGEST_WAIT);
        timers
                .claim(Set.of(io.zugabe.recommendation.triggers.domain.Channel.PUSH), 100)
                .await()
                .atMost(LONGEST_WAIT)
                .stream()
                .filter(claimed -> claimed.subject().equals("c:owner-" + id))
                .forEach(claimed -> {
                    Outcome outcome = decide.decide(claimed.subject(), claimed.timer())
                            .await()
                            .atMost(LONGEST_WAIT);
                    assertTrue(
                            outcome instanceof Outcome.Offers offers
                                    && offers.decision().decision().offers().stream()
                                            .anyMatch(offer ->
                                                    offer.product().id().equals("battery-a")),
                            outcome::toString);
                });
        refused(
                Status.Code.INVALID_ARGUMENT,
                () -> create(campaign().toBuilder()
                        .setCampaignId("x" + id)
                        .clearSegmentId()
                        .setAudience(Campaign.Audience.AUDIENCE_OWNERS)
                        .build()));
    }

    /** The order is counted here, and the profile says what the customer owns. */
    private void bought(String customer, String product) {
        services.segmentation()
                .put(
                        customer,
                        Profile.newBuilder()
                                .setVersion(1)
                                .putConsents("push", true)
                                .addProducts(OwnedProduct.newBuilder()
                                        .setProductId(product)
                                        .setUnits(1)
                                        .setLastPurchaseTime(Timestamp.newBuilder()
                                                .setSeconds(Instant.now().getEpochSecond() - 86_400)))
                                .build());
        services.segmentation()
                .happened(Event.newBuilder()
                        .setEventId("e-" + customer)
                        .setCustomerId(customer)
                        .setEventTime(
                                Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() - 86_400))
                        .setPurchase(Purchase.newBuilder()
                                .setOrderId("o-" + customer)
                                .addItems(
                                        Item.newBuilder().setProductId(product).setQuantity(1)))
                        .build());
        String subject = "c:" + customer;
        await().atMost(LONGEST_WAIT)
                .until(() -> pool.preparedQuery("select 1 from basket where subject = $1")
                                .execute(Tuple.of(subject))
                                .await()
                                .atMost(LONGEST_WAIT)
                                .size()
                        == 1);
    }

    @Test
    void whatIsWrong_isNamed() {
        StatusRuntimeException refusal = refused(
                Status.Code.INVALID_ARGUMENT,
                () -> create(campaign().toBuilder()
                        .setCondition("wether == 'rain'")
                        .clearProductIds()
                        .addProductIds("no-such-product")
                        .setControlShare(0.9)
                        .clearReason()
                        .build()));
        String text = refusal.toString();
        assertTrue(text.contains("campaign.condition") || text.contains("more"), text);
        refused(
                Status.Code.INVALID_ARGUMENT,
                () -> create(
                        campaign().toBuilder().setSegmentId("no-such-segment").build()));
        refused(Status.Code.NOT_FOUND, this::get);
    }

    private void member(String customer) {
        member(customer, true);
    }

    private void member(String customer, boolean consents) {
        services.segmentation().segment(segment, List.of(customer));
        services.segmentation()
                .put(
                        customer,
                        Profile.newBuilder()
                                .setVersion(1)
                                .putConsents("push", consents)
                                .setAssessment(Assessment.newBuilder()
                                        .addSegments(
                                                SegmentMembership.newBuilder().setSegmentId(segment)))
                                .build());
    }

    private Campaign campaign() {
        Instant now = Instant.now();
        return Campaign.newBuilder()
                .setCampaignId(id)
                .setName("Mugs")
                .setStartTime(Timestamp.newBuilder().setSeconds(now.getEpochSecond() - 60))
                .setEndTime(Timestamp.newBuilder().setSeconds(now.getEpochSecond() + 3_600))
                .setSegmentId(segment)
                .addProductIds("mug")
                .setReason(LocalizedText.newBuilder().putTexts("en", "A mug for every camera."))
                .build();
    }

    private void create(Campaign campaign) {
        campaigns.createCampaign(
                CreateCampaignRequest.newBuilder().setCampaign(campaign).build());
    }

    private Campaign get() {
        return campaigns
                .getCampaign(GetCampaignRequest.newBuilder().setCampaignId(id).build())
                .getCampaign();
    }

    private io.zugabe.recommendation.campaigns.domain.Campaign domain() {
        return new io.zugabe.recommendation.campaigns.domain.Campaign(
                id,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                false,
                "",
                0.4,
                Set.of(),
                Optional.empty(),
                List.of(),
                1,
                new io.zugabe.recommendation.replica.domain.LocalizedText(Map.of()),
                io.zugabe.recommendation.campaigns.domain.Campaign.Stage.ACTIVE,
                1);
    }

    private List<String> offered(String customer) {
        return recommended(customer).getOffersList().stream()
                .map(Offer::getProductId)
                .toList();
    }

    private RecommendResponse recommended(String customer) {
        return RecommendationServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(30, TimeUnit.SECONDS)
                .recommend(RecommendRequest.newBuilder()
                        .setCustomerId(customer)
                        .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                        .addAnchorProductIds("camera-a")
                        .build());
    }

    private static StatusRuntimeException refused(Status.Code code, Runnable call) {
        StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class, call::run);
        assertEquals(code, refusal.getStatus().getCode(), refusal::toString);
        return refusal;
    }
}
